import { optionAt, withOption } from './optionPath';

describe('an option at a path', () => {
  const options = { name: 'a', batcher: { enabled: true, maxLatency: 5 } };

  it.each([
    ['name', 'a'],
    ['batcher.maxLatency', 5],
    ['batcher.gone', undefined],
    ['name.length', undefined],
    ['constructor', undefined],
    ['gone.deeper', undefined],
  ])('is found: %s', (path, value) => {
    expect(optionAt(options, path)).toBe(value);
  });

  it.each([
    ['name', 'b', { ...options, name: 'b' }],
    ['name', undefined, { batcher: options.batcher }],
    ['gone.deeper', undefined, options],
    [
      'batcher.maxLatency',
      undefined,
      { name: 'a', batcher: { enabled: true } },
    ],
    ['autoscaling.form', 'hpa', { ...options, autoscaling: { form: 'hpa' } }],
  ])('is set in a copy: %s to %s', (path, value, expected) => {
    const before = JSON.stringify(options);
    expect(withOption(options, path, value)).toEqual(expected);
    expect(JSON.stringify(options)).toBe(before);
  });
});
