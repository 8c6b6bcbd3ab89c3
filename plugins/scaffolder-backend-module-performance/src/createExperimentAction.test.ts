import {
  change,
  startPerformanceServer,
} from './__testUtils__/performanceServer';
import { inputOf, newWorkspace, runAction } from './__testUtils__/runAction';
import { createExperimentAction } from './createExperimentAction';
import { experimentExamples } from './examples/experiment.examples';

let server: Awaited<ReturnType<typeof startPerformanceServer>>;
let action: ReturnType<typeof createExperimentAction>;
const workspacePath = newWorkspace();

beforeEach(async () => {
  server = await startPerformanceServer({
    generated: change(),
    allowedActions: [],
  });
  action = createExperimentAction({ performance: server.performance });
});

afterEach(() => server.close());

const [published, proposed] = experimentExamples.map(inputOf);

describe('performance:experiment:create', () => {
  it('records what was published, on behalf of whoever started the task', async () => {
    const { output, lines } = await runAction(action, {
      input: published,
      workspacePath,
    });
    expect(output).toEqual({ experimentId: 'experiment-1', state: 'applied' });
    expect(server.asked).toEqual([
      { user: 'user:default/mock', path: '/experiments', body: published },
    ]);
    expect(lines('info')).toEqual([
      'Recorded experiment experiment-1: inference-latency-p50 is measured again with the change of sluggish-ranker',
    ]);
  });

  it('records what a pull request proposes', async () => {
    const { output } = await runAction(action, {
      input: proposed,
      workspacePath,
    });
    const { pullRequest, ...rest } = proposed;
    expect(output.state).toBe('proposed');
    expect(server.asked[0].body).toEqual({
      ...rest,
      change: { kind: 'pull-request', reference: pullRequest },
    });
  });

  it.each([
    [published, 'applied'],
    [proposed, 'proposed'],
  ])('asks nobody in a dry run (%#)', async (input, state) => {
    const { output } = await runAction(action, {
      input,
      workspacePath,
      isDryRun: true,
    });
    expect(output.state).toBe(state);
    expect(server.asked).toEqual([]);
  });

  it.each([
    [{ ...published, change: undefined }, /^change: give either/],
    [{ ...published, pullRequest: 'https://a' }, /^change: give either/],
    [{ ...proposed, pullRequest: 'data:text/html,x' }, /^pullRequest: /],
    [{ ...proposed, pullRequest: 'https://a b' }, /^pullRequest: /],
    [{ ...proposed, checkId: 'x'.repeat(101) }, /^checkId: /],
    [
      { ...proposed, pullRequest: `https://a/${'x'.repeat(1000)}` },
      /^change\.reference: /,
    ],
  ])('refuses the input %# and names the field', async (input, message) => {
    const given = JSON.parse(JSON.stringify(input));
    await expect(
      runAction(action, { input: given, workspacePath }),
    ).rejects.toThrow(message);
    expect(server.asked).toEqual([]);
  });
});
