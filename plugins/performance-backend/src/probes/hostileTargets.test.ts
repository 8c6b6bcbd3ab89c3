import { HostileServer } from './__testUtils__/hostileServer';
import { measureWith } from './__testUtils__/measureWith';

jest.setTimeout(30_000);

describe('a hostile target', () => {
  let server: HostileServer;
  beforeEach(async () => {
    server = await HostileServer.start();
  });
  afterEach(() => server.stop());

  it.each([
    ['/html-as-json', 'protocol'],
    ['/truncated', 'unreachable'],
    ['/huge', 'protocol'],
    ['/huge-chunked', 'protocol'],
    ['/endless', 'unreachable'],
    ['/slow-headers', 'unreachable'],
    ['/silent', 'unreachable'],
    ['/reset', 'unreachable'],
    ['/no-http', 'protocol'],
    ['/invalid-utf8', 'protocol'],
    ['/error-in-200', 'protocol'],
    ['/null-predictions', 'protocol'],
    ['/script-in-500', 'protocol'],
    ['/unauthorized', 'unauthorized'],
    ['/missing', 'protocol'],
  ])('at %s ends the probe with %s and gets no load', async (path, code) => {
    const measured = await measureWith({
      endpoint: { url: server.url + path },
    });
    expect(measured.error).toMatchObject({ code });
    expect(measured.seconds).toBeLessThan(measured.plan.max.seconds + 1);
    expect(server.noticed.length).toBeLessThanOrEqual(2);
    const everything = JSON.stringify([measured, measured.error?.message]);
    expect(everything).not.toMatch(/script>|alert/);
  });

  it('that lies about its content type only is measured', async () => {
    const measured = await measureWith({
      endpoint: { url: `${server.url}/lying-content-type` },
    });
    expect(measured.error).toBeUndefined();
    expect(measured.measurements).not.toEqual([]);
  });

  it('that begins to fail under load is left alone, and nothing is scored', async () => {
    server.turnsAfter = { requests: 20, path: '/script-in-500' };
    const measured = await measureWith({
      endpoint: { url: `${server.url}/good` },
      performance: { limits: { seconds: 20, rate: 200 } },
    });
    expect(measured.error).toMatchObject({ code: 'breaker-open' });
    expect(measured.measurements).toEqual([]);
    expect(measured.said).toContainEqual([
      'evidence',
      expect.objectContaining({ kind: 'load-result' }),
    ]);
    expect(JSON.stringify(measured)).not.toContain('script>');
  });

  it.each(['/endless', '/silent'])(
    'that turns to %s under load ends in time',
    async path => {
      server.turnsAfter = { requests: 1, path };
      const measured = await measureWith({
        endpoint: { url: `${server.url}/good` },
      });
      expect(measured.error).toMatchObject({ code: 'unreachable' });
      expect(measured.seconds).toBeLessThan(measured.plan.max.seconds + 1);
    },
  );

  it('that nobody listens at is unreachable', async () => {
    const { url } = server;
    await server.stop();
    const measured = await measureWith({ endpoint: { url } });
    expect(measured.error).toMatchObject({ code: 'unreachable' });
    server = await HostileServer.start();
  });
});
