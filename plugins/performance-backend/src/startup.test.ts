import type { JsonObject } from '@backstage/types';
import knexFactory from 'knex';
import { startPortal } from './__testUtils__/portal';
import { echoProbe } from './__testUtils__/echoProbe';

jest.setTimeout(60_000);

describe('the start of the plugin', () => {
  it.each<[string, JsonObject, RegExp]>([
    [
      'an unknown key',
      { limits: { conections: 5 } },
      /performance\.limits: unknown key "conections", did you mean "connections"\?/,
    ],
    [
      'a target for a check that does not exist',
      { targets: { 'inference-latency-p9': { below: 5 } } },
      /there is no "inference-latency-p9", did you mean "inference-latency-p99"\?/,
    ],
    [
      'a word for the kill switch',
      { enabled: 'perhaps' },
      /performance\.enabled: must be true or false/,
    ],
  ])('fails on %s and names it', async (_, performance, message) => {
    await expect(startPortal({ entities: [], performance })).rejects.toThrow(
      message,
    );
  });

  it('fails when the database is away, and says what to look at', async () => {
    const database = knexFactory({
      client: 'pg',
      connection: { host: '127.0.0.1', port: 1, password: 'hunter2' },
      log: { error() {}, warn() {} },
    });
    await expect(startPortal({ entities: [], database })).rejects.toThrow(
      /cannot open its database; check that the server of backend\.database runs/,
    );
    await database.destroy();
  });

  it('fails when a module adds a probe whose id is taken', async () => {
    const probes = [echoProbe({ id: 'inference' })];
    await expect(startPortal({ entities: [], probes })).rejects.toThrow(
      'There are two probes with the id inference',
    );
  });
});
