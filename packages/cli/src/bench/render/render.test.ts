import { type LoadResult, runLoad } from '@dynoscope/load';
import { encodeHistogram, Histogram } from '@dynoscope/statistics';
import { startServer } from '../../testing/startServer';
import { renderCsv } from './renderCsv';
import { renderHdr } from './renderHdr';
import { renderJunit } from './renderJunit';
import { renderMarkdown } from './renderMarkdown';
import { renderText } from './renderText';

const answer = {
  offset: 1234.5,
  latency: 20,
  connecting: 0.6,
  writing: 0.1,
  waiting: 19,
  reading: 0.3,
  status: 200,
};

/** A real result whose texts and verdicts are changed to what a form must stand. */
async function measured(): Promise<LoadResult> {
  const server = await startServer({ delayMs: 1 });
  const result = await runLoad({
    schemaVersion: 1,
    url: server.url,
    protocol: 'http',
    arrival: { kind: 'closed', users: 2 },
    requests: 400,
    slo: [
      { name: 'p99', atMost: 60_000 },
      { name: 'p50', atMost: 0 },
      { name: 'errors', atMost: 0.1 },
    ],
  });
  server.close();
  return {
    ...result,
    plan: { ...result.plan, url: 'http://a.example/?x=1&y="<b>|`' },
    validity: {
      verdict: 'client-limited',
      reasons: [{ code: 'gc', message: 'too | much <garbage> & "more"' }],
    },
    requests: { ...result.requests, failed: 3, errors: { 'http-5xx': 3 } },
    errorExamples: { 'http-5xx': 'HTTP 503' },
  };
}

/** The tags of an XML text that are not closed; whatever is neither tag nor text makes it fail. */
function openTags(xml: string): string[] {
  const open: string[] = [];
  const part =
    /<\?xml [^?]*\?>|<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&[a-z]+;[^"<&]*)*")*)(\/?)>|[^<&]+/gy;
  let end = 0;
  for (const [text, closes, name, , single] of xml.matchAll(part)) {
    end += text.length;
    if (name && closes) expect(open.pop()).toBe(name);
    else if (name && !single) open.push(name);
  }
  expect(end).toBe(xml.length);
  return open;
}

describe('a result', () => {
  let result: LoadResult;
  beforeAll(async () => {
    result = await measured();
  });

  it('as text says first whether it counts', () => {
    const text = renderText(result);
    expect(text).toMatch(/^Validity: +client-limited\n +gc: too/);
    expect(text).toContain('400 succeeded, 3 failed');
    expect(text).toContain('http-5xx: 3, such as: HTTP 503');
    expect(text).toMatch(/P99 +\d+\.\d\d ms {2}\(95 % interval/);
    expect(text).toMatch(/pass +P99 at most 60000 ms/);
    expect(text).toMatch(/fail +P50 at most 0 ms/);
    const bars = [...text.matchAll(/ms +(\d+) \|/g)].map(([, n]) => Number(n));
    expect(bars.reduce((sum, n) => sum + n, 0)).toBe(400);
  });

  it('as Markdown keeps its tables whole and holds no markup of the target', () => {
    const text = renderMarkdown(result);
    expect(text).toContain('**client-limited**');
    expect(text).not.toMatch(/<(b|garbage)>(?!.*`)/);
    for (const line of text.split('\n').filter(row => row.startsWith('| P'))) {
      expect(line.replaceAll('\\|', '').split('|').length).toBeGreaterThan(4);
    }
    expect(text).toContain('| P50 at most 0 ms | fail |');
  });

  it('as JUnit is well-formed, one case for the validity and each objective', () => {
    const xml = renderJunit(result);
    expect(openTags(xml)).toEqual([]);
    expect(xml).toContain('tests="4" failures="2" skipped="1"');
    expect(xml).toContain('&lt;garbage&gt; &amp; &quot;more&quot;');
  });

  it('as HDR distribution rises to all values', () => {
    const rows = renderHdr(result)
      .split('\n')
      .slice(2)
      .filter(line => line && !line.startsWith('#'))
      .map(line => line.trim().split(/ +/).map(Number));
    const [values, shares, totals] = [0, 1, 2].map(at =>
      rows.map(row => row[at]),
    );
    for (const column of [values, shares, totals]) {
      expect(column).toEqual([...column].sort((a, b) => a - b));
    }
    expect([shares[0], shares.at(-1), totals.at(-1)]).toEqual([0, 1, 400]);
    // The histogram's text keeps values up to 0.05 %.
    expect(values.at(-1)! / result.latency.max!).toBeCloseTo(1, 2);
  });

  it("as CSV has hey's columns, in seconds", () => {
    expect(renderCsv([answer])).toBe(
      [
        'response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset',
        '0.0200,0.0006,0.0000,0.0001,0.0190,0.0003,200,1.2345',
        '',
      ].join('\n'),
    );
  });

  it('without an answer still has every form', () => {
    const none: LoadResult = {
      ...result,
      latency: { unit: 'ms', n: 0, intervals: {} },
      serviceTime: { unit: 'ms', n: 0, intervals: {} },
      histogram: encodeHistogram(new Histogram()),
    };
    expect(renderText(none)).toContain('no request succeeded');
    expect(renderMarkdown(none)).toContain('No request succeeded.');
    expect(renderHdr(none)).toContain('Total count = 0');
    expect(renderJunit(none)).toContain('</testsuite>');
    expect(renderCsv([])).toMatch(/^response-time.*\n$/);
  });
});
