import { ssrfCorpus } from '../subjects/__testUtils__/ssrfCorpus';
import { HostileServer } from './__testUtils__/hostileServer';
import { measureWith } from './__testUtils__/measureWith';

jest.setTimeout(60_000);

describe('redirects', () => {
  let server: HostileServer;
  let victim: HostileServer;
  beforeEach(async () => {
    server = await HostileServer.start();
    victim = await HostileServer.start();
  });
  afterEach(() => Promise.all([server.stop(), victim.stop()]));

  it('are refused, even to an address that could be reached', async () => {
    server.redirects = [`${victim.url}/good`];
    const measured = await measureWith({
      endpoint: { url: `${server.url}/redirect` },
    });
    expect(measured.error).toMatchObject({ code: 'redirect-refused' });
    expect(measured.error?.message).not.toContain(victim.url);
    expect(victim.mostConnections).toBe(0);
  });

  it('lead nowhere under load, however their address is spelled', async () => {
    const { port } = new URL(victim.url);
    server.redirects = [
      `${victim.url}/good`,
      ...ssrfCorpus.map(text => text.replaceAll('PORT', port)),
    ];
    for (
      let runs = 0;
      runs < 5 && server.redirected < server.redirects.length;
      runs++
    ) {
      server.turnsAfter = {
        requests: server.noticed.length + 1,
        path: '/redirect',
      };
      const measured = await measureWith({
        endpoint: { url: `${server.url}/good` },
        performance: { limits: { seconds: 20, rate: 500 } },
      });
      expect(measured.error).toMatchObject({ code: 'breaker-open' });
    }
    expect(server.redirected).toBeGreaterThanOrEqual(server.redirects.length);
    expect(victim.mostConnections).toBe(0);
  });
});
