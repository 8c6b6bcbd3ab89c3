import * as fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { refusalOf } from '../__testUtils__/refusalOf';
import { inferenceServiceGenerator } from './inferenceServiceGenerator';
import { OptionsError } from './optionsError';

/** `undefined` when the options are refused. */
function filesOf(options: unknown) {
  try {
    return inferenceServiceGenerator.generate(options).files;
  } catch (error) {
    if (error instanceof OptionsError) return undefined;
    throw error;
  }
}

describe('hostile options of an inference service', () => {
  const injection = 'a\nspec: {}\n---\nkind: Secret';
  it.each<[string, string, object]>([
    ['name', 'nothing', { name: '' }],
    ['name', 'capital letters', { name: 'Ranker' }],
    ['name', 'a digit first', { name: '1ranker' }],
    ['name', 'a path', { name: '../../etc/passwd' }],
    ['name', 'dots alone', { name: '..' }],
    ['name', 'a slash', { name: 'a/b' }],
    ['name', 'a break behind it', { name: 'ranker\n' }],
    ['name', 'YAML', { name: injection }],
    ['name', 'one character too many', { name: 'a'.repeat(49) }],
    ['name', 'a megabyte', { name: 'a'.repeat(1e6) }],
    ['name', 'markup', { name: '<script>' }],
    ['name', 'a look-alike letter', { name: 'rаnker' }],
    ['name', 'a number', { name: 7 }],
    ['name', 'a list', { name: ['ranker'] }],
    ['namespace', 'a path', { namespace: '../kube-system' }],
    ['namespace', 'YAML', { namespace: injection }],
    ['owner', 'YAML', { owner: injection }],
    ['owner', 'a path', { owner: 'group:default/../x' }],
    ['description', 'breaks', { description: injection }],
    ['description', 'a megabyte', { description: 'a'.repeat(1e6) }],
    ['description', 'turned text', { description: 'a\u202eb' }],
    ['modelFormat', 'YAML', { modelFormat: 'sklearn}' }],
    ['runtime', 'a path', { runtime: '../x' }],
    ['storageUri', 'a file of the node', { storageUri: 'file:///etc' }],
    ['storageUri', 'an unknown scheme', { storageUri: 'script://x' }],
    ['storageUri', 'a way out', { storageUri: 's3://models/../other' }],
    [
      'storageUri',
      'a hidden way out',
      { storageUri: 's3://models/%2e%2E/other' },
    ],
    ['storageUri', 'a password', { storageUri: 'https://me:secret@host/x' }],
    ['storageUri', 'a comment behind it', { storageUri: 's3://models/x # y' }],
    ['storageUri', 'a break', { storageUri: 's3://models/x\ny: z' }],
    [
      'autoscaling.prometheusUrl',
      'another scheme',
      { autoscaling: { form: 'keda', prometheusUrl: 'ftp://x' } },
    ],
    [
      'autoscaling.prometheusUrl',
      'a password',
      { autoscaling: { form: 'keda', prometheusUrl: 'http://me:secret@x' } },
    ],
    [
      'catalog.inferenceUrl',
      'a password',
      { catalog: { inferenceUrl: 'http://me:secret@x/' } },
    ],
    [
      'catalog.inferenceUrl',
      'an unknown brace',
      { catalog: { inferenceUrl: 'http://x/{secret}' } },
    ],
    [
      'catalog.inferenceUrl',
      'a way out',
      { catalog: { inferenceUrl: 'http://x/{name}/../y' } },
    ],
    ['catalog.type', 'YAML', { catalog: { type: 'a: b' } }],
    [
      'gpu.nodeSelector.a b',
      'a label with a space',
      { profile: 'gpu', gpu: { nodeSelector: { 'a b': 'c' } } },
    ],
    [
      'networkPolicy.fromNamespaces.0',
      'YAML',
      { networkPolicy: { fromNamespaces: [injection] } },
    ],
  ])('refuses as %s: %s, and does not repeat it', (field, _, options) => {
    const message = refusalOf({ name: 'ranker', ...options });
    expect(message.startsWith(field.replace(' ', '?'))).toBe(true);
    expect(message.length).toBeLessThan(400);
    expect(message).not.toMatch(/me:secret|script>|kind: Secret|\n/);
  });

  it.each([[undefined], ['ranker'], [[]], [7]])(
    'refuses %j in place of options',
    options => {
      expect(refusalOf(options)).toMatch(/^options: /);
    },
  );

  it('refuses what would change every object there is', () => {
    expect(
      refusalOf(JSON.parse('{"name":"ranker","__proto__":{"polluted":1}}')),
    ).toContain('__proto__: is no option here');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('either refuses a text or gives it back unchanged, in files below the name', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'yes',
        '0755',
        'null',
        '# a',
        '{{ x }}',
        '${x}',
        '- a',
        '1e3',
      ),
      fc.stringMatching(/^[a-z0-9.:/_-]{1,60}$/),
    );
    fc.assert(
      fc.property(text, text, text, (name, description, word) => {
        const options = {
          name,
          description,
          namespace: word,
          storageUri: `s3://${word}`,
          modelFormat: word,
        };
        const files = filesOf(options);
        if (!files) return;
        for (const { path, content } of files) {
          expect(path).toMatch(/^[a-z][-a-z0-9]*\/[a-z-]+\.yaml$/);
          expect(parseAllDocuments(content)).toHaveLength(1);
          expect(parse(content, { version: '1.1' }).metadata.name).toMatch(
            new RegExp(`^${name}`),
          );
        }
        const service = parse(files[0].content, { version: '1.1' });
        expect(service.spec.predictor.model.storageUri).toBe(
          options.storageUri,
        );
        expect(service.spec.predictor.model.modelFormat.name).toBe(word);
        const entity = parse(files[files.length - 1].content);
        expect(entity.metadata.description ?? '').toBe(description);
      }),
      { numRuns: 300 },
    );
  });

  it('gives back every description that is one line, as it was', () => {
    const oneLine = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter(
        text => !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff]/u.test(text),
      )
      .filter(text => text.length <= 500);
    const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,40}[a-z0-9])?$/);
    fc.assert(
      fc.property(name, oneLine, (service, description) => {
        const files = filesOf({ name: service, description }) ?? [];
        const entity = files.find(
          ({ path }) => path === `${service}/catalog-info.yaml`,
        );
        expect(parse(entity?.content ?? '').metadata).toMatchObject({
          name: service,
          description,
        });
      }),
    );
  });
});
