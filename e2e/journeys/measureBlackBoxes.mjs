import assert from 'node:assert/strict';
import { assertAgrees } from '../harness/assertAgrees.mjs';

/** Two servers that differ in nothing but their delay come out different, and right. */
export async function measureBlackBoxes({ api, servers }) {
  const measured = {};
  for (const name of ['quick-box', 'slow-box']) {
    const { latestReportId } = await api.calm(name, 180);
    const report = await api.get(`/reports/${latestReportId}`);
    const { value } = report.measurements.find(
      ({ metric, statistic }) =>
        metric === 'inference.latency' && statistic === 'p50',
    );
    const server = await assertAgrees(report, servers[name]);
    measured[name] = { value, server: server.p50 };
  }
  const { 'quick-box': quick, 'slow-box': slow } = measured;
  assert.ok(quick.server >= 20 && slow.server >= 70, JSON.stringify(measured));
  assert.ok(slow.value - quick.value > 40, JSON.stringify(measured));
}
