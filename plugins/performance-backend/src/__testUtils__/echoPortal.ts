import type { Entity } from '@backstage/catalog-model';
import type { Response } from 'supertest';
import { echoProbe } from './echoProbe';
import { startModelServer } from './modelServer';
import { component, startPortal } from './portal';
import { until } from './until';

/**
 * A portal of entities that fit or do not, whose probe goes on until it is released. Only `user:default/admin` sees
 * `component:default/secret`.
 */
export async function startEchoPortal() {
  const server = await startModelServer();
  let release: () => void = () => {};
  const here = `http://127.0.0.1:${server.port}/`;
  const changing = component('changing', { 'test/echo': here });
  const portal = await startPortal({
    entities: [
      component('one', { 'test/echo': here }),
      component('same', { 'test/echo': `http://localhost:${server.port}/` }),
      component('secret', { 'test/echo': here }),
      component('outside', { 'test/echo': 'http://169.254.169.254/latest' }),
      component('mistaken', {
        'dynoscope.dev/inference': 'nothing',
        'dynoscope.dev/target.inference-latency-p9': '5',
      }),
      component('empty'),
      changing,
    ],
    performance: {
      environments: { demo: {}, live: { production: true } },
      inference: {
        allow: ['127.0.0.1', 'localhost'].map(host => ({
          host,
          port: server.port,
          cidr: ['127.0.0.0/8', '::1/128'],
          environment: 'demo',
        })),
      },
    },
    probes: [
      echoProbe({
        subjects: ({ metadata }, _, context) =>
          echoProbe().subjects({ metadata } as Entity, 'demo', context),
        measure: (_, { signal }) =>
          new Promise((resolve, reject) => {
            release = () => resolve([]);
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      }),
    ],
    shows: (user, ref) => user.endsWith('/admin') || !ref.endsWith('/secret'),
  });

  return {
    portal,
    guest: portal.as('guest'),
    admin: portal.as('admin'),
    /** Lets the run end, and waits for it. */
    ended: (id: string) =>
      until(async () => {
        release();
        const { body } = await portal.as('admin').get(`/runs/${id}`);
        return body.finishedAt ? body : undefined;
      }),
    /** Gives the entity `changing` another address. */
    change() {
      changing.metadata.annotations!['test/echo'] = `${here}elsewhere`;
    },
    async stop() {
      await portal.stop();
      await server.close();
    },
  };
}

/** The body of a request for a run of an entity of that portal. */
export const ask = (name: string, more = {}) => ({
  entityRef: `component:default/${name}`,
  environment: 'demo',
  ...more,
});

/** What a test looks at in an error. */
export const errorOf = ({ status, body }: Response) => ({
  status,
  code: body.error.code,
  message: body.error.message,
});

/** An error as a test expects it. */
export const refusal = (
  status: number,
  code: string | undefined,
  message: RegExp,
) => ({ status, code, message: expect.stringMatching(message) });
