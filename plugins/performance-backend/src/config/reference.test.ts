import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod/v3';
import { performanceSchema } from './schema';

const root = resolve(__dirname, '../..');

/** Paths of all keys that a schema takes, as the reference writes them. */
function pathsOf(schema: z.ZodTypeAny, path: string): string[] {
  if (schema instanceof z.ZodEffects) return pathsOf(schema.innerType(), path);
  if (schema instanceof z.ZodDefault) {
    return pathsOf(schema.removeDefault(), path);
  }
  if (schema instanceof z.ZodOptional) return pathsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodRecord) {
    return [path, ...pathsOf(schema.valueSchema, `${path}.<name>`)];
  }
  if (schema instanceof z.ZodArray) {
    const inner = pathsOf(schema.element, `${path}[]`);
    return inner.length > 1 ? [path, ...inner] : [path];
  }
  if (schema instanceof z.ZodObject) {
    const children = Object.entries(
      schema.shape as Record<string, z.ZodTypeAny>,
    ).flatMap(([key, child]) => pathsOf(child, `${path}.${key}`));
    return [path, ...children];
  }
  return [path];
}

const documented = () =>
  Array.from(
    readFileSync(resolve(root, 'docs/configuration.md'), 'utf8').matchAll(
      /^\| `([^`]+)` \|/gm,
    ),
    ([, path]) => path,
  );

describe('the configuration reference', () => {
  it('is made from config.d.ts', async () => {
    const check = promisify(execFile)(
      process.execPath,
      ['scripts/configReference.mjs', '--check'],
      { cwd: root },
    );
    await expect(check).resolves.toMatchObject({ stderr: '' });
  });

  it('names exactly the keys that are read', () => {
    const isGroup = (path: string) => /<name>$|\[\]$/.test(path);
    const read = pathsOf(performanceSchema, 'performance').filter(
      path => !isGroup(path),
    );
    const named = documented().filter(path => !path.includes('.<checkId>.'));
    expect(named.sort()).toEqual(read.sort());
  });

  it('marks every secret', () => {
    const secrets = readFileSync(resolve(root, 'docs/configuration.md'), 'utf8')
      .split('\n')
      .filter(line => line.includes('**Secret.**'))
      .map(line => /<name>\.([^`]+)/.exec(line)?.[1]);
    expect(secrets).toEqual([
      'auth.bearer',
      'auth.header.value',
      'auth.basic.password',
      'tls.key',
      'token',
    ]);
  });
});
