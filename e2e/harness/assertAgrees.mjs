import assert from 'node:assert/strict';
import { peakRate, requestsOfRun, summarize } from './requestLog.mjs';

/**
 * A report holds what its server saw, and the run kept to its plan by the server's own log.
 *
 * @param serverUrl a server with a log of its requests
 */
export async function assertAgrees(report, serverUrl) {
  const log = await requestsOfRun(serverUrl, report.run.id);
  const { data } = report.evidence.find(({ kind }) => kind === 'load-result');
  const { requests, warmup, latency, lateness, window } = data;
  const { max } = report.plan.probes[0];

  // One request tries the address before the load, and a single user sends a
  // few before all the others come.
  const { facts: unloaded } = report.measurements.find(
    ({ metric }) => metric === 'inference.unloaded_latency',
  );
  assert.equal(
    log.length,
    1 + unloaded.requests + warmup.sent + requests.sent,
    'requests',
  );
  const server = summarize(log, window);
  // A run that its own client limited says so, and its bounds allow for it.
  const late =
    report.validity.verdict === 'valid' ? lateness.p50 : lateness.p99;
  assert.ok(
    Math.abs(latency.p50 - server.p50) <= 1 + 0.02 * server.p50 + late,
    `P50 ${latency.p50} ms is near the ${server.p50} ms of the server (${report.validity.verdict}, late by ${late} ms)`,
  );

  const times = log.map(({ at }) => Date.parse(at));
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
  assert.ok(log.length <= max.requests, `${log.length} requests`);
  assert.ok(seconds <= max.seconds, `${seconds} s`);
  // On a busy machine requests wait for the server's turn and come together:
  // in a closed loop no more than there are users.
  const peak = peakRate(log);
  assert.ok(peak <= max.rate + max.connections, `${peak} in one second`);
  assert.ok(
    log.length <= max.rate * (seconds + 1),
    `${log.length} in ${seconds} s`,
  );
  return server;
}
