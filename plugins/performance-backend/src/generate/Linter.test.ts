import { setImmediate as turn } from 'node:timers/promises';
import { Linter } from './Linter';
import { lintInThread } from './lintInThread';

jest.setTimeout(60_000);

const service = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: a, annotations: { serving.kserve.io/enable-batcher: "true" } }
spec: { predictor: { model: { modelFormat: { name: sklearn } } } }
`;
const large = (text: string) =>
  `${service}---\n${'# long\n'.repeat(6000)}${text}`;
const request = (content: string) => ({
  documents: [{ file: 'a.yaml', content }],
  fix: true,
});

describe('Linter', () => {
  it('says of large documents what it says of small ones, and lets the portal go on', async () => {
    const linter = new Linter();
    const small = await linter.lint(request(service));
    expect(small.findings.length).toBeGreaterThan(0);
    let turns = 0;
    let isDone = false;
    const checking = linter.lint(request(large(''))).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      turns += 1;
      await turn();
    }
    const found = await checking;
    expect(found.findings).toEqual(small.findings);
    expect(found.fixed![0].content).toContain(small.fixed![0].content);
    expect(turns).toBeGreaterThan(10);
  });

  it('refuses a version that is none in both ways', async () => {
    for (const content of [service, large('')]) {
      await expect(
        new Linter().lint({ ...request(content), versions: { kserve: 'x' } }),
      ).rejects.toMatchObject({ code: 'invalid' });
    }
  });

  it('lets so many wait and no more', async () => {
    const linter = new Linter();
    const asked = Array.from({ length: 9 }, () =>
      linter.lint(request(large('a: 1\n'))).then(
        () => 'checked',
        ({ code }) => code,
      ),
    );
    const ends = await Promise.all(asked);
    expect(ends).toEqual([...Array(8).fill('checked'), 'busy']);
  });

  it('gives up in time', async () => {
    await expect(
      lintInThread(request(large('')), { seconds: 0.001 }),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('could not be checked within'),
    });
  });
});
