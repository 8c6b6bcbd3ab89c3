import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import type { ClusterConfig } from '../config/cluster';
import {
  caFile,
  predictor,
  ranker,
  startApiServer,
  token,
  type Misbehaviour,
} from './__testUtils__/apiServer';
import { readManifest } from './readManifest';

const location = {
  kind: 'kubernetes',
  cluster: 'lab',
  namespace: 'models',
  name: 'ranker',
} as const;

describe('an InferenceService of a cluster', () => {
  let server: Awaited<ReturnType<typeof startApiServer>>;
  const folder = createMockDirectory();
  const read = (lab: ClusterConfig, longestMilliseconds = 20_000) =>
    readManifest(location, {
      clusters: { lab },
      urlReader: undefined as never,
      longestMilliseconds,
    });
  const byToken = (): ClusterConfig => ({ url: server.url, token, caFile });
  beforeAll(async () => {
    server = await startApiServer();
  });
  afterEach(() => {
    server.misbehaves(undefined);
    server.holds({ service: ranker, deployment: predictor });
  });
  afterAll(() => server.close());

  const kubeconfig = (changes: object = {}, context = 'lab') => {
    const path = folder.resolve('kubeconfig');
    folder.addContent({
      kubeconfig: JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'lab',
        contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'me' } }],
        clusters: [
          {
            name: 'lab',
            cluster: {
              server: server.url,
              'certificate-authority': caFile,
              ...changes,
            },
          },
        ],
        users: [{ name: 'me', user: { token } }],
      }),
    });
    return { kubeconfig: path, context };
  };

  it('is read as the text that somebody wrote, with the Deployment beside it', async () => {
    const before = server.seen.length;
    const manifest = await read(byToken());
    expect(server.seen.slice(before)).toEqual([
      'GET /apis/serving.kserve.io/v1beta1/namespaces/models/inferenceservices/ranker',
      'GET /apis/apps/v1/namespaces/models/deployments/ranker-predictor',
    ]);
    const { apiVersion, kind, spec } = ranker;
    expect(parse(manifest.content, { version: '1.1' })).toEqual({
      apiVersion,
      kind,
      metadata: {
        name: 'ranker',
        namespace: 'models',
        annotations: { 'serving.kserve.io/deploymentMode': 'RawDeployment' },
      },
      spec,
    });
    expect(manifest).toMatchObject({
      ready: true,
      source: { kind: 'kubernetes', reference: 'lab/models/ranker' },
    });
    server.holds({
      service: {
        ...ranker,
        metadata: { ...ranker.metadata, resourceVersion: '815' },
      },
    });
    expect((await read(kubeconfig())).digest).toBe(manifest.digest);
  });

  it.each([
    [{ ...ranker.status, observedGeneration: 2 }, false],
    [{ conditions: [{ type: 'Ready', status: 'False' }] }, false],
    [{ conditions: [{ type: 'Ready', status: 'True' }] }, true],
    [undefined, false],
  ])('with status %j is ready: %s', async (status, ready) => {
    server.holds({ service: { ...ranker, status } });
    expect(await read(byToken())).toMatchObject({ ready });
  });

  it.each([
    [undefined, true],
    [{ observedGeneration: 1 }, false],
    [{ replicas: 2 }, false],
    [{ updatedReplicas: 0 }, false],
    [{ availableReplicas: 0 }, false],
  ])('whose Deployment says %j is ready: %s', async (status, ready) => {
    server.holds({
      deployment: status && {
        ...predictor,
        status: { ...predictor.status, ...status },
      },
    });
    expect(await read(byToken())).toMatchObject({ ready });
  });

  const answers =
    (status: number, body = '', headers = {}): Misbehaviour =>
    response => {
      response.writeHead(status, headers);
      response.end(body);
    };
  it.each<[string, Misbehaviour, RegExp]>([
    ['401', answers(401, token), /does not accept the token/],
    ['403', answers(403, token), /may not get inferenceservices/],
    ['404', answers(404, token), /has no such InferenceService/],
    ['500', answers(500, token), /status 500/],
    [
      'a redirect',
      answers(302, '', { location: 'https://169.254.169.254/' }),
      /redirect, which is not followed/,
    ],
    ['garbage', answers(200, `<script>${token}`), /not answer as an API/],
    [
      'another object',
      answers(200, JSON.stringify({ ...ranker, kind: 'Secret' })),
      /not answer with that InferenceService/,
    ],
    [
      'a huge answer',
      response => {
        response.on('error', () => {});
        for (let sent = 0; sent < 8; sent++) {
          response.write(Buffer.alloc(2 ** 18, 'x'));
        }
      },
      /larger than 1048576 bytes/,
    ],
    ['a cut answer', response => response.destroy(), /cluster/],
    [
      'a cut body',
      response => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{', () => response.destroy());
      },
      /cluster/,
    ],
    ['silence', () => {}, /not answered within 0.2 s/],
    [
      'an endless trickle',
      response => {
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      },
      /not answered within 0.2 s/,
    ],
  ])('that answers with %s is a reason without a secret', async (...row) => {
    const [what, misbehaviour, reason] = row;
    const isSlow = /silence|trickle/.test(what);
    server.misbehaves(misbehaviour);
    const error = await read(byToken(), isSlow ? 200 : undefined).catch(
      thrown => thrown,
    );
    expect(error).toMatchObject({
      name: 'UnreadableManifest',
      message: expect.stringMatching(reason),
    });
    expect(`${error.message} ${error.stack}`).not.toMatch(/canary|script|old/);
  });

  it('is not read with a wrong token, an unknown certificate or a bad kubeconfig', async () => {
    const wrong: [ClusterConfig, RegExp][] = [
      [{ ...byToken(), token: 'canary-wrong' }, /does not accept the token/],
      [{ url: server.url, token }, /certificate of the cluster is not trusted/],
      [{ url: 'https://127.0.0.1:1', token, caFile }, /cannot be reached/],
      [
        kubeconfig({}, 'leb'),
        /lab\.context: .* no such context \(known: lab\)/,
      ],
      [kubeconfig({ 'insecure-skip-tls-verify': true }), /turns the check/],
    ];
    for (const [lab, reason] of wrong) {
      const error = await read(lab).catch(thrown => thrown);
      expect(error).toMatchObject({ message: expect.stringMatching(reason) });
      expect(error.message).not.toContain('canary');
    }
    folder.addContent({ kubeconfig: '"canary' });
    await expect(
      read({ kubeconfig: folder.resolve('kubeconfig') }),
    ).rejects.toThrow(
      /^performance.kubernetes.clusters.lab.kubeconfig: is no kubeconfig$/,
    );
  });

  it('ends at once with the signal of its caller', async () => {
    server.misbehaves(() => {});
    const reason = new Error('cancelled');
    await expect(
      readManifest(location, {
        clusters: { lab: byToken() },
        urlReader: undefined as never,
        signal: AbortSignal.abort(reason),
      }),
    ).rejects.toBe(reason);
  });
});
