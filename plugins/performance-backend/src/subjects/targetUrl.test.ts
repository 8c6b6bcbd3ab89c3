import fc from 'fast-check';
import { hostOf, portOf, readTargetUrl } from './targetUrl';

describe('readTargetUrl', () => {
  it.each([
    ['http://models.example.com', 'models.example.com', 80],
    ['https://models.example.com:8443/v1?x=%20', 'models.example.com', 8443],
    ['HTTPS://Models.Example.com/v1', 'models.example.com', 443],
    ['http://10.1.2.3:8080/v1/models/iris:predict', '10.1.2.3', 8080],
    ['http://[2001:db8::1]/', '2001:db8::1', 80],
  ])('reads %s', (text, host, port) => {
    const url = readTargetUrl(text);
    expect([hostOf(url), portOf(url)]).toEqual([host, port]);
  });

  it('refuses an address that is too long', () => {
    expect(() => readTargetUrl(`http://a.b/${'x'.repeat(2048)}`)).toThrow(
      'is longer than 2048 characters',
    );
  });

  it('only lets through what reads back as the same host, without user name', () => {
    const part = fc.oneof(
      fc.constantFrom('http://', '127.0.0.1', '@', '#', '\\', '.', ':80', '/'),
      fc.constantFrom('0x7f', '[::1]', '%00', 'a.b', '。', '\t', '?'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        const text = `http://${parts.join('')}`;
        let url: URL;
        try {
          url = readTargetUrl(text);
        } catch {
          return;
        }
        expect(url.username + url.password + url.hash).toBe('');
        const written = text.slice(7).toLowerCase();
        expect(written.startsWith(url.hostname)).toBe(true);
        expect(written.charAt(url.hostname.length)).toMatch(/^[:/?]?$/);
      }),
      { numRuns: 10_000 },
    );
  });

  it('does not repeat the address in its complaints', () => {
    for (const text of [
      'ftp://canary',
      'http://canary@a',
      'http://0x7f.1/canary',
    ]) {
      expect(() => readTargetUrl(text)).not.toThrow(/canary/);
      expect(() => readTargetUrl(text)).toThrow();
    }
  });
});
