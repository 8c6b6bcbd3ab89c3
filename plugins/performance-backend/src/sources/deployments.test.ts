import { writeFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createDeployments, type DeployedSubject } from './deployments';

const manifest = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: ranker }
spec: { predictor: { minReplicas: 2, model: { modelFormat: { name: sklearn } } } }
`;

describe('how a subject is deployed', () => {
  const folder = createMockDirectory();
  const path = folder.resolve('service.yaml');
  const logger = mockServices.logger.mock();
  const readUrl = jest.fn();
  const deployments = createDeployments({
    config: { kubernetes: { clusters: {} }, publish: { folder: folder.path } },
    urlReader: { readUrl } as never,
    logger,
  });
  const subject = (
    location?: DeployedSubject['manifest'],
  ): DeployedSubject => ({
    id: 'endpoint/ranker',
    kind: 'endpoint',
    address: 'http://127.0.0.1/',
    allowedBy: 'us',
    manifest: location,
  });
  const file = (text: string, name?: string) => {
    writeFileSync(path, text);
    return deployments.read(subject({ kind: 'file', path, name }));
  };

  it('is read from its manifest as facts', async () => {
    const { deployment, problem } = await file(manifest);
    expect(problem).toBeUndefined();
    expect(deployment).toMatchObject({
      name: 'ranker',
      minReplicas: 2,
      modelFormat: 'sklearn',
      source: { kind: 'file', reference: 'service.yaml' },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const several = `${manifest}---\n${manifest.replace('ranker', 'other')}`;
    expect(await file(several, 'other')).toMatchObject({
      deployment: { name: 'other' },
    });
    expect((await file(several)).problem).toMatch(/ranker|several|name/);
  });

  it('is nothing, and no problem, where no manifest is configured', async () => {
    expect(await deployments.read(subject())).toEqual({});
  });

  it.each([
    'kind: Secret\nmetadata: { name: canary }\n',
    '"\\u202e<script>canary',
    'spec: [canary',
    '',
  ])('is a problem in one line, without the text, for %j', async text => {
    const { deployment, problem } = await file(text);
    expect(deployment).toBeUndefined();
    expect(problem).toMatch(
      /^The manifest of endpoint\/ranker was not used: .+\.$/,
    );
    expect(problem).not.toMatch(/canary|script|\n/);
    expect(logger.warn).toHaveBeenCalledWith(problem, expect.anything());
  });

  it('tells nobody what an error that nobody foresaw says', async () => {
    readUrl.mockImplementation(async () => ({
      buffer: () => {
        throw Object.assign(new Error('canary'), { name: 'Error' });
      },
      get stream(): never {
        throw new Error('canary');
      },
    }));
    const { problem } = await deployments.read(
      subject({ kind: 'url', url: 'https://a.example/?t=canary' }),
    );
    expect(problem).toMatch(/could not be read\.$/);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('canary');
  });

  it('throws the reason of a signal', async () => {
    const reason = new Error('cancelled');
    await expect(
      deployments.read(subject({ kind: 'file', path }), {
        signal: AbortSignal.abort(reason),
      }),
    ).rejects.toBe(reason);
  });
});
