/** Address of the Performance tab of an entity. */
export function tabOf(name) {
  return `/catalog/default/component/${name}/performance`;
}

/** The header of the tab: score, finding, facts and what can be done. */
export function header(page) {
  return page.getByRole('article', { name: 'Scorecard', exact: true });
}

/** The line of a check in the tab. */
export function row(page, title) {
  return page.getByRole('button', {
    name: new RegExp(`^[\\w ]+\\. ${title},`),
  });
}

/** Opens the run dialog at its plan. */
export async function openPlan(page) {
  const [answer] = await Promise.all([
    page.waitForResponse(/\/api\/performance\/runs\/plan$/),
    header(page).getByRole('button', { name: 'Run now' }).click(),
  ]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('table', { name: 'Probes of this plan' }).waitFor();
  return { dialog, plan: await answer.json() };
}

/** Starts the run of an open plan; gives the status and the body of the answer. */
export async function startRun(page, press) {
  const [answer] = await Promise.all([
    page.waitForResponse(/\/api\/performance\/runs$/),
    press(),
  ]);
  return { status: answer.status(), body: await answer.json() };
}

/** What the dialog of a run says that was answered so far; 0 before the first answer. */
export async function requestsShown(dialog) {
  const figure = dialog.locator('dt:text-is("Requests") + dd');
  if ((await figure.count()) === 0) return 0;
  const text = await figure
    .evaluate(node => node.firstChild.textContent, undefined, { timeout: 1000 })
    .catch(() => '0');
  return Number(text.replace(/,/g, ''));
}
