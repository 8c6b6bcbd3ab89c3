import { benchCommand } from './benchCommand';
import { parseLoadPlan } from './plan';
import { planFor } from './testing/plan';

const url = 'http://model.example/v1/models/m:predict';
const commandOf = (changes: Parameters<typeof planFor>[1]) =>
  benchCommand(parseLoadPlan(planFor(url, changes)));

describe('benchCommand', () => {
  it('repeats a run of the portal', () => {
    expect(
      commandOf({
        seconds: 35,
        warmupSeconds: 3,
        timeoutSeconds: 20,
        arrival: { kind: 'closed', users: 10 },
        headers: { 'x-dynoscope-run': 'r1', 'User-Agent': 'me', 'X-A': 'b c' },
        limits: { rate: 200, seconds: 120 },
        slo: [
          { name: 'p99', atMost: 500 },
          { name: 'errors', atMost: 0.1 },
        ],
      }),
    ).toBe(
      `dynoscope bench -z 35s --warmup 3s -c 10 -q 20 -m POST -H 'X-A: b c' -d '{"instances":[[1]]}' --protocol kserve-v1 --slo p99=500ms,errors=0.1% ${url}`,
    );
  });

  it('quotes what a shell would understand otherwise', () => {
    const command = commandOf({
      body: { text: `it's $HOME` },
      keepAlive: false,
    });
    expect(command).toContain(`-d 'it'\\''s $HOME'`);
    expect(command).toContain('-n 40 -c 4 -m POST');
    expect(command).toContain('-t 5 -disable-keepalive');
  });

  it('leaves out the line break at the end of a JSON file', () => {
    const text = '{"instances":[[1]]}\n';
    expect(commandOf({ body: { text } })).toContain(`-d '${text.trim()}' `);
    expect(commandOf({ body: { text }, protocol: 'http' })).toContain('\n');
  });

  it.each([{ base64: 'AAEC' }, { text: 'x'.repeat(5000) }])(
    'names a body as a file when it does not belong on a command line',
    body => {
      expect(commandOf({ body })).toContain('-D request.json');
    },
  );
});
