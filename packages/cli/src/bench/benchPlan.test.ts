import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import {
  benchCommand,
  type LoadPlanInput,
  parseLoadPlan,
} from '@dynoscope/load';
import { readArguments } from '../readArguments';
import { benchFlags } from './benchFlags';
import { benchPlan } from './benchPlan';

const url = 'http://model.example/';
const planOf = (...words: string[]) =>
  benchPlan(readArguments(words, benchFlags)).plan;

describe('benchPlan', () => {
  it("has hey's defaults", () => {
    expect(planOf(url)).toMatchObject({
      method: 'GET',
      protocol: 'http',
      arrival: { kind: 'closed', users: 50 },
      requests: 200,
      timeoutSeconds: 20,
      warmupSeconds: 0,
      keepAlive: true,
      breaker: false,
    });
  });

  it.each<[string, object]>([
    ['-z 1m30s', { seconds: 90 }],
    ['-z 500ms -n 7', { seconds: 0.5 }],
    ['-c 10 -q 2.5', { limits: { rate: 25 } }],
    ['-m put -d x', { method: 'PUT', body: { text: 'x' } }],
    ['-t 0', { timeoutSeconds: 0 }],
    ['--warmup 3s', { warmupSeconds: 3 }],
    ['--protocol kserve-v1 -d {}', { protocol: 'kserve-v1', method: 'POST' }],
    [
      '--slo p99=500ms,errors=0.1%',
      {
        slo: [
          { name: 'p99', atMost: 500 },
          { name: 'errors', atMost: 0.1 },
        ],
      },
    ],
  ])('reads %s', (line, expected) => {
    expect(planOf(...line.split(' '), url)).toMatchObject(expected);
  });

  it('has no number of requests beside a duration', () => {
    expect(planOf('-z', '1s', '-n', '60', url)).not.toHaveProperty('requests');
  });

  it.each<[string, RegExp]>([
    ['', /address is missing/],
    [`${url} ${url}`, /one too many/],
    ['model.example', /is not an address/],
    [`-n 10 ${url}`, /-n 10 cannot be less than -c 50/],
    [`-n 0 ${url}`, /-n: "0" is not a whole number/],
    [`-c 1.5 ${url}`, /-c: "1\.5" is not a whole number/],
    [`-q fast ${url}`, /-q: "fast" is not a number/],
    [`-z 60 ${url}`, /-z: "60" is not a duration/],
    [`-z 0s ${url}`, /seconds: Number must be greater than 0/],
    [`--warmup soon ${url}`, /--warmup: "soon" is not a duration/],
    [`-m FETCH ${url}`, /method: .*'GET'/],
    [`-H nonsense ${url}`, /^-H: no header; write 'Name: value'/],
    [`-H Content-Length:5 ${url}`, /headers\.Content-Length: is set by/],
    [`-d a -D b ${url}`, /-d and -D both give the body/],
    [`-D /nowhere/at/all ${url}`, /-D: .* cannot be read: ENOENT/],
    [`--protocol grpc ${url}`, /--protocol: "grpc" is not one of http/],
    [`--slo p98=1s ${url}`, /--slo: "p98=1s": write names p50/],
    [`--slo errors=1 ${url}`, /--slo: "errors=1"/],
    [`--slo p99=fast ${url}`, /--slo p99: "fast" is not a duration/],
    [`--plan /nowhere/at/all`, /--plan: .* cannot be read: ENOENT/],
    [`--plan p.json -c 5`, /--plan says all that -c would/],
    [`--plan p.json ${url}`, /--plan names the address/],
    [`${url}m:predict`, /body: is needed for kserve-v1/],
    [`-m GET -d {} ${url}m:predict`, /method: must be POST for kserve-v1/],
  ])('refuses %j and says why', (line, message) => {
    expect(() => planOf(...line.split(' ').filter(Boolean))).toThrow(message);
  });

  it('reads back the command that repeats a plan, through a real shell', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
    const plans = fc.record({
      users: fc.integer({ min: 1, max: 20 }),
      seconds: fc.constantFrom(undefined, 0.5, 60, 3600),
      rate: fc.constantFrom(undefined, 1, 20, 33),
      warmupSeconds: fc.constantFrom(0, 3, 0.25),
      timeoutSeconds: fc.constantFrom(0, 20, 5),
      keepAlive: fc.boolean(),
      body: fc.option(text, { nil: undefined }),
      header: fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
      atMost: fc.constantFrom(1, 500, 0.5),
    });
    fc.assert(
      fc.property(plans, change => {
        const input: LoadPlanInput = {
          schemaVersion: 1,
          url: 'http://model.example/v2/models/m/infer?a=$HOME&b=\'"',
          method: 'POST',
          protocol: 'http',
          headers: { 'X-Note': change.header },
          ...(change.body !== undefined && { body: { text: change.body } }),
          arrival: { kind: 'closed', users: change.users },
          ...(change.seconds === undefined
            ? { requests: 200 }
            : { seconds: change.seconds }),
          warmupSeconds: change.warmupSeconds,
          timeoutSeconds: change.timeoutSeconds,
          keepAlive: change.keepAlive,
          breaker: false,
          limits: change.rate ? { rate: change.rate * change.users } : {},
          slo: [
            { name: 'p99', atMost: change.atMost },
            { name: 'errors', atMost: change.atMost },
          ],
        };
        const plan = parseLoadPlan(input);
        const command = benchCommand(plan).replace('dynoscope bench ', '');
        const words = execFileSync(
          '/bin/sh',
          ['-c', `for word in ${command}; do printf '%s\\0' "$word"; done`],
          { encoding: 'utf8' },
        );
        const back = planOf(...words.split('\0').slice(0, -1));
        delete back.headers['x-dynoscope-run'];
        expect(back).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });
});
