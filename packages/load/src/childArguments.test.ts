import { childArguments } from './childArguments';

const loader = expect.stringMatching(/nodeTransform\.cjs$/);

describe('childArguments', () => {
  it.each<[string, string[], unknown[]]>([
    ['worker.cjs.js', [], []],
    ['worker.cjs.js', ['--max-old-space-size=99'], ['--max-old-space-size=99']],
    ['worker.cjs.js', ['--inspect=0', '--inspect-brk'], []],
    ['worker.ts', [], ['--require', loader]],
    [
      'worker.ts',
      ['--require', '/a/nodeTransform.cjs'],
      ['--require', '/a/nodeTransform.cjs'],
    ],
    ['worker.cjs.js', ['-e', 'fork()', '--no-warnings'], ['--no-warnings']],
    ['worker.cjs.js', ['--print', 'fork()'], []],
  ])('loads %s under %j', (module, own, expected) => {
    expect(childArguments(module, own)).toEqual(expected);
  });
});
