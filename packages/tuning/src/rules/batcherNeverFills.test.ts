import { lintYaml, service } from './__testUtils__/lintYaml';

const id = 'batcher-never-fills';
const isvc = (batcher: string, mode = 'Standard', concurrency = 0) =>
  service(
    `batcher: ${batcher}${
      concurrency ? `\n    containerConcurrency: ${concurrency}` : ''
    }`,
  ).replace('Standard', mode);

describe('rule batcher-never-fills', () => {
  it.each<[string, string, number, number | undefined, number]>([
    ['{ maxBatchSize: 32 }', 'Standard', 0, undefined, 0],
    ['{ maxBatchSize: 32 }', 'Standard', 0, 10, 1],
    ['{ maxBatchSize: 32 }', 'Standard', 0, 31, 1],
    ['{ maxBatchSize: 32 }', 'Standard', 0, 32, 0],
    ['{}', 'Standard', 0, 10, 1],
    ['{ maxBatchSize: 8 }', 'Standard', 0, 10, 0],
    ['{ maxBatchSize: 1 }', 'Standard', 0, 1, 0],
    ['null', 'Standard', 0, 1, 0],
    ['{ maxBatchSize: 32 }', 'Standard', 4, undefined, 0],
    ['{ maxBatchSize: 32 }', 'Knative', 4, undefined, 1],
    ['{ maxBatchSize: 32 }', 'Serverless', 31, 100, 1],
    ['{ maxBatchSize: 32 }', 'Knative', 32, undefined, 0],
    ['{ maxBatchSize: 32 }', 'Knative', 0, undefined, 0],
  ])(
    'batcher %s, mode %s, concurrency %i, users %s: %i findings',
    (batcher, mode, concurrency, users, count) => {
      const { findings } = lintYaml(id, isvc(batcher, mode, concurrency), {
        context: { users },
      });
      expect(findings).toHaveLength(count);
    },
  );

  it('says what that costs: the wait of each request and the most that a pod answers', () => {
    const [finding] = lintYaml(
      id,
      isvc('{ maxBatchSize: 32, maxLatency: 100 }'),
      {
        context: { users: 10 },
      },
    ).findings;
    expect(finding.message).toBe(
      'A batch of 32 never fills: the users send 10 at a time. Every request waits 100 ms, and a pod answers at most 10 / 100 ms = 100 requests/s, one instance a request',
    );
    expect(finding).toMatchObject({ line: 8, severity: 'warning' });
  });
});
