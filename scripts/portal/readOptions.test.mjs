import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './readOptions.mjs';

const known = { port: 'port', config: 'list', data: 'text', 'no-demo': 'flag' };
const read = (...args) => readOptions(args, known, 'Usage: …');

test('options are read with a space or an equals sign', () => {
  assert.deepEqual(read('--port', '3100', '--no-demo'), {
    port: 3100,
    'no-demo': true,
  });
  assert.deepEqual(read('--port=3100', '--data=a=b'), {
    port: 3100,
    data: 'a=b',
  });
});

test('a repeatable option keeps its order', () => {
  assert.deepEqual(read('--config', 'a.yaml', '--config=b.yaml').config, [
    'a.yaml',
    'b.yaml',
  ]);
});

for (const [args, message] of [
  [['--prot', '3100'], /unknown option --prot\. Usage/],
  [['3100'], /unknown option 3100/],
  [['--__proto__', '1'], /unknown option --__proto__/],
  [['--port'], /--port needs a value/],
  [['--port='], /--port needs a value/],
  [['--port', 'abc'], /--port abc is no port: give a number from 1 to 65535/],
  [['--port', '0'], /is no port/],
  [['--port', '65536'], /is no port/],
  [['--port', '-1'], /is no port/],
]) {
  test(`${args.join(' ')} is refused with what is allowed`, () => {
    assert.throws(
      () => read(...args),
      error => {
        assert.match(error.message, message);
        assert.equal(error.exitCode, 2);
        return true;
      },
    );
  });
}
