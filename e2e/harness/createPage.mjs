/** Goes through a template whose first page is filled in, and waits for its end. */
export async function createFromForm(page) {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.waitForURL(/\/create\/tasks\//);
  const done = page.getByRole('link', { name: /^Performance of / }).first();
  await done.waitFor({ timeout: 60_000 });
  return done;
}
