import { parseLoadPlan } from './plan';

const least = {
  schemaVersion: 1,
  url: 'http://model.example/v1/models/m:predict',
  protocol: 'http',
  arrival: { kind: 'closed', users: 10 },
  seconds: 60,
};

describe('parseLoadPlan', () => {
  it('fills in the defaults', () => {
    expect(parseLoadPlan(least)).toEqual({
      ...least,
      method: 'GET',
      headers: {},
      warmupSeconds: 0,
      timeoutSeconds: 20,
      keepAlive: true,
      seed: 1,
      limits: { responseBytes: 10_485_760 },
      breaker: { errorShare: 0.05, minRequests: 50, windowSeconds: 10 },
      slo: [],
    });
  });

  it('reads its own output unchanged', () => {
    const plan = parseLoadPlan({ ...least, breaker: false, warmupSeconds: 5 });
    expect(parseLoadPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown field', { sneed: 7 }, /Unrecognized key.*'sneed'/],
    ['an unknown limit', { limits: { rates: 1 } }, /limits: .*'rates'/],
    ['no address', { url: 'model' }, /url: must be an absolute http/],
    ['another scheme', { url: 'ftp://a' }, /url: .*, not ftp:/],
    ['a password in the address', { url: 'http://a:b@c' }, /url: .*password/],
    [
      'a line break in a header',
      { headers: { a: '1\r\nb: 2' } },
      /headers\.a: /,
    ],
    ['a strange header name', { headers: { 'a b': '1' } }, /headers\.a b: /],
    [
      'a framing header',
      { headers: { 'Content-Length': '9' } },
      /headers\.Content-Length: is set by the engine/,
    ],
    ['no users', { arrival: { kind: 'closed', users: 0 } }, /arrival\.users/],
    [
      'other arrivals',
      { arrival: { kind: 'open' } },
      /arrival\.kind.*'closed'/,
    ],
    ['an unknown method', { method: 'FETCH' }, /method: .*'GET'/],
    ['an unknown protocol', { protocol: 'grpc' }, /protocol: .*'kserve-v1'/],
    ['no length', { seconds: undefined }, /give either seconds or requests/],
    ['two lengths', { requests: 5 }, /give either seconds or requests/],
    [
      'more users than connections',
      { limits: { connections: 9 } },
      /arrival\.users: exceeds limits\.connections, 9/,
    ],
    [
      'more time than allowed',
      { warmupSeconds: 3, limits: { seconds: 62 } },
      /seconds: with warmupSeconds exceeds limits\.seconds, 62/,
    ],
    [
      'more requests than allowed',
      { seconds: undefined, requests: 11, limits: { requests: 10 } },
      /requests: exceeds limits\.requests, 10/,
    ],
    [
      'KServe without a body',
      { protocol: 'kserve-v1', method: 'POST' },
      /body: is needed for kserve-v1/,
    ],
    [
      'KServe with GET',
      { protocol: 'open-inference-v2', body: { text: '{}' } },
      /method: must be POST for open-inference-v2, not GET/,
    ],
    ['a body that is no base64', { body: { base64: '%' } }, /body/],
    [
      'a target without a number',
      { slo: [{ name: 'p99', atMost: '1' }] },
      /slo\.0\.atMost: Expected number/,
    ],
  ])('rejects %s and names the field', (_name, change, message) => {
    expect(() => parseLoadPlan({ ...least, ...change })).toThrow(message);
  });
});
