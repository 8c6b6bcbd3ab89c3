import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { root } from '../harness/folders.mjs';
import { assertShown, measuredOutcomes } from '../harness/assertShown.mjs';
import { header, tabOf } from '../harness/scorecardPage.mjs';

const run = promisify(execFile);
const name = 'sluggish-ranker';

/** A report has an address of its own, leaves the portal as markdown, and says how to measure it again. */
export async function readReport({ api, visit }) {
  const { latestReportId } = await api.measured(name);
  const report = await api.get(`/reports/${latestReportId}`);
  const p50 = report.outcomes.find(
    ({ checkId }) => checkId === 'inference-latency-p50',
  );
  const command = await visit(tabOf(name), async page => {
    await header(page).getByRole('link', { name: 'Open report' }).click();
    await page.waitForURL(`**/performance/reports/${latestReportId}`);
    await page.reload();
    await page.getByRole('heading', { name: 'Performance report' }).waitFor();
    const table = page.getByRole('table', { name: 'Outcomes of this run' });
    for (const outcome of measuredOutcomes(report)) {
      const line = table.getByRole('row').filter({ hasText: outcome.title });
      assertShown(await line.innerText(), outcome);
    }
    assertMarkdown(await download(page), report);
    return page
      .getByRole('region', { name: /^Command that repeats/ })
      .textContent();
  });
  assert.equal(command, report.commands[0].command);

  const again = await repeat(command);
  assert.equal(again.requests.failed, 0);
  assert.ok(
    Math.abs(again.latency.p50 - p50.value) <= 0.1 * p50.value,
    `P50 ${again.latency.p50} ms of the command, ${p50.value} ms of the report`,
  );
}

async function download(page) {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^Markdown/ }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^report-.*\.md$/);
  return readFile(await file.path(), 'utf8');
}

function assertMarkdown(markdown, report) {
  const lines = markdown.split('\n');
  assert.match(lines[0], /^# Performance report of .*sluggish-ranker/);
  for (const outcome of measuredOutcomes(report)) {
    const line = lines.find(
      text => text.startsWith('| ') && text.includes(` ${outcome.title} `),
    );
    assertShown(line, outcome);
  }
  assert.ok(markdown.includes(report.commands[0].command));
}

/** Runs the command as a shell would, in this working tree. */
async function repeat(command) {
  assert.match(command, /^dynoscope bench /);
  const own = command.replace('dynoscope', 'node scripts/dynoscope.mjs');
  const { stdout } = await run('sh', ['-c', `${own} -o json`], {
    cwd: root,
    timeout: 90_000,
    maxBuffer: 10e6,
  });
  return JSON.parse(stdout);
}
