import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod/v3';
import { generators } from './index';

const folder = resolve(__dirname, '../../docs/generators');
const textOf = (id: string) =>
  readFileSync(resolve(folder, `${id}.md`), 'utf8');

/** Every option by its path, those of options in options too. */
function pathsOf(schema: z.ZodTypeAny, path = ''): string[] {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) return [path];
  return Object.entries<z.ZodTypeAny>(inner.shape).flatMap(([name, option]) =>
    pathsOf(option, path ? `${path}.${name}` : name),
  );
}

describe('the pages of the generators', () => {
  it('are one for each', () => {
    expect(readdirSync(folder).sort()).toEqual(
      generators.map(({ id }) => `${id}.md`).sort(),
    );
  });

  it.each(generators.map(generator => [generator.id, generator] as const))(
    'name every option: %s',
    (id, { options }) => {
      const paths = pathsOf(options);
      expect(paths.length).toBeGreaterThan(5);
      const text = textOf(id);
      expect(paths.filter(path => !text.includes(`\`${path}\``))).toEqual([]);
    },
  );

  it('show what is made', () => {
    const { files } = generators[0].generate({
      name: 'ranker',
      autoscaling: { form: 'keda' },
      serviceMs: 33.4,
      slots: 4,
      usualRate: 100,
      peakRate: 190,
    });
    const [, shown = ''] =
      /```yaml\n([^`]*)```/.exec(textOf('inference-service')) ?? [];
    expect(shown).not.toBe('');
    expect(files[0].content).toContain(shown);
  });
});
