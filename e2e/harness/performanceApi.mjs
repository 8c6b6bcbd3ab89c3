import { guestHeaders } from './guestHeaders.mjs';
import { until } from './until.mjs';

/**
 * The performance API as a guest sees it.
 *
 * @returns `get(path)`, which throws unless the answer is 200, `post(path, body)` with the status and the body of any
 *   answer, `until(path, holds)`, and the scorecards of entities
 */
export async function performanceApi(backendUrl) {
  const headers = await guestHeaders(backendUrl);
  const address = path => `${backendUrl}/api/performance${path}`;

  async function get(path) {
    const response = await fetch(address(path), { headers });
    if (response.status !== 200) {
      throw new Error(
        `GET ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return response.json();
  }

  async function post(path, body) {
    const response = await fetch(address(path), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  const measured = (name, seconds) =>
    until(
      `the first report of ${name}`,
      () => get(scorecardOf(name)),
      card => card.latestReportId && !card.activeRun,
      seconds,
    );

  return {
    get,
    post,
    scorecard: name => get(scorecardOf(name)),
    /** Asks four times a second until it holds, and gives that answer. */
    until: (path, holds, seconds) =>
      until(`GET ${path}`, () => get(path), holds, seconds),
    /** The scorecard of an entity once it has a report and no run goes on. */
    measured,
    /** The same, measured anew where a busy machine spoiled the run: three times at most. */
    async calm(name, seconds) {
      let card = await measured(name, seconds);
      for (
        let runs = 0;
        runs < 3 && card.validity?.verdict !== 'valid';
        runs++
      ) {
        const { latestReportId } = card;
        await post('/runs', { entityRef: card.entityRef });
        card = await until(
          `another report of ${name}`,
          () => get(scorecardOf(name)),
          next => next.latestReportId !== latestReportId && !next.activeRun,
          seconds,
        );
      }
      return card;
    },
  };
}

function scorecardOf(name) {
  return `/entities/component/default/${name}/scorecard`;
}
