import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { freePort, requireFreePorts } from './ports.mjs';

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`a port that something on ${host} listens at is refused, with the option that moves it`, async t => {
    const port = await freePort();
    const server = net.createServer().listen(port, host);
    await new Promise(resolve => server.once('listening', resolve));
    t.after(() => server.close());
    await assert.rejects(
      requireFreePorts([{ port, purpose: 'the pages', option: '--port' }]),
      new RegExp(`port ${port} for the pages is in use.*--port N`),
    );
  });
}

test('a free port is accepted, and free afterwards', async () => {
  const port = await freePort();
  const wanted = [{ port, purpose: 'the API', option: '--backend-port' }];
  await requireFreePorts(wanted);
  await requireFreePorts(wanted);
});
