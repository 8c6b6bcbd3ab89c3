import { Series } from './Series';

describe('Series', () => {
  it('keeps what ended in each second, empty seconds too', () => {
    const series = new Series();
    series.succeed(10, 10);
    series.succeed(999, 30);
    series.fail(999.9);
    series.succeed(3100, 7);
    expect(series.until(4200)).toEqual([
      { second: 0, succeeded: 2, failed: 1, p50: 10, p99: 30 },
      { second: 1, succeeded: 0, failed: 0 },
      { second: 2, succeeded: 0, failed: 0 },
      { second: 3, succeeded: 1, failed: 0, p50: 7, p99: 7 },
    ]);
  });

  it('keeps a second that is not over', () => {
    const series = new Series();
    series.fail(200);
    expect(series.until(500)).toEqual([{ second: 0, succeeded: 0, failed: 1 }]);
    expect(new Series().until(500)).toEqual([]);
  });
});
