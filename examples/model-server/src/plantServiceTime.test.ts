import { json } from './answer';
import { parseServiceTime, plantServiceTime } from './plantServiceTime';

const predict = (rows: number) => ({
  method: 'POST',
  path: '/v1/models/iris:predict',
  body: JSON.stringify({ instances: Array(rows).fill([1]) }),
});

describe('parseServiceTime', () => {
  it.each([
    ['8', { fixed: 8, perRow: 0 }],
    ['8.5+0.25', { fixed: 8.5, perRow: 0.25 }],
    ['0+2', { fixed: 0, perRow: 2 }],
  ])('reads %s', (text, time) => {
    expect(parseServiceTime(text)).toEqual(time);
  });

  it.each(['', '8+', '+1', '-1', '8ms', '10001', '1+1001', '1e3'])(
    'refuses %j',
    text => {
      expect(() => parseServiceTime(text)).toThrow(
        /^expected FIXED or FIXED\+PER_ROW in ms/,
      );
    },
  );
});

describe('plantServiceTime', () => {
  it('makes predictions take their time, one after another', async () => {
    let atWork = 0;
    const handle = plantServiceTime({ fixed: 10, perRow: 5 }, async () => {
      expect(atWork).toBe(0);
      atWork += 1;
      await new Promise(resolve => setImmediate(resolve));
      atWork -= 1;
      return json(200, {});
    });
    const startedAt = performance.now();
    const endedAt = await Promise.all(
      [1, 2, 3].map(rows =>
        handle(predict(rows)).then(() => performance.now() - startedAt),
      ),
    );
    expect(endedAt[0]).toBeGreaterThanOrEqual(15);
    expect(endedAt[1]).toBeGreaterThanOrEqual(35);
    expect(endedAt[2]).toBeGreaterThanOrEqual(60);
  });

  it('goes on after a failure, and leaves other requests alone', async () => {
    const next = jest
      .fn()
      .mockRejectedValueOnce(new Error('broken'))
      .mockResolvedValue(json(200, {}));
    const handle = plantServiceTime({ fixed: 2, perRow: 0 }, next);
    await expect(handle(predict(1))).rejects.toThrow('broken');
    await expect(handle(predict(1))).resolves.toMatchObject({ status: 200 });
    const ready = { method: 'GET', path: '/v2/health/ready', body: '' };
    expect(handle(ready)).toBe(next.mock.results[2].value);
  });
});
