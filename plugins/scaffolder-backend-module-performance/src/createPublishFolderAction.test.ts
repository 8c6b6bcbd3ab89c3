import {
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { inputOf, newWorkspace, runAction } from './__testUtils__/runAction';
import { createPublishFolderAction } from './createPublishFolderAction';
import { publishFolderExamples } from './examples/publishFolder.examples';

let workspacePath: string;
let root: string;
let action: ReturnType<typeof createPublishFolderAction>;

beforeEach(() => {
  workspacePath = newWorkspace();
  root = join(newWorkspace(), 'published');
  action = createPublishFolderAction({
    config: mockServices.rootConfig({
      data: { performance: { publish: { folder: root } } },
    }),
  });
});

const [first, replacing] = publishFolderExamples.map(inputOf);
const write = (path: string, content: string) => {
  mkdirSync(join(workspacePath, path, '..'), { recursive: true });
  writeFileSync(join(workspacePath, path), content);
};
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('performance:folder:publish', () => {
  it('publishes a new service, and answers the change', async () => {
    write('inference-service.yaml', 'one');
    const { output, lines } = await runAction(action, {
      input: first,
      workspacePath,
    });
    expect(read('product-ranker/inference-service.yaml')).toBe('one');
    expect(output).toMatchObject({
      change: {
        kind: 'folder',
        reference: 'product-ranker',
        files: [{ path: 'product-ranker/inference-service.yaml' }],
      },
      paths: ['product-ranker/inference-service.yaml'],
      location: 'the folder product-ranker of the published manifests',
    });
    expect(lines('info')).toEqual([
      'Wrote product-ranker/inference-service.yaml',
    ]);
  });

  it('replaces what is there only where that is said', async () => {
    write('manifests/inference-service.yaml', 'one');
    await runAction(action, { input: replacing, workspacePath });
    write('manifests/inference-service.yaml', 'two');
    await expect(
      runAction(action, {
        input: { ...replacing, overwrite: false },
        workspacePath,
      }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'sluggish-ranker/inference-service.yaml is there already: choose another name, or say overwrite',
    });
    expect(read('sluggish-ranker/inference-service.yaml')).toBe('one');
    const { output } = await runAction(action, {
      input: replacing,
      workspacePath,
    });
    expect(read('sluggish-ranker/inference-service.yaml')).toBe('two');
    expect(output.change.files[0].before).toHaveLength(64);
  });

  it('leaves no effect of a dry run', async () => {
    write('inference-service.yaml', 'one');
    const { output, lines } = await runAction(action, {
      input: first,
      workspacePath,
      isDryRun: true,
    });
    expect(existsSync(root)).toBe(false);
    expect(output.change.files).toHaveLength(1);
    expect(lines('info')[0]).toMatch(/^Would write/);
  });

  it('says what to configure where there is no folder', async () => {
    write('inference-service.yaml', 'one');
    const without = createPublishFolderAction({
      config: mockServices.rootConfig({ data: {} }),
    });
    await expect(
      runAction(without, { input: first, workspacePath }),
    ).rejects.toThrow(/set performance\.publish\.folder/);
  });

  it.each([
    [{ folder: '../outside' }, /^folder: expected/],
    [{ folder: '/etc' }, /^folder: expected/],
    [{ folder: '.earlier' }, /^folder: expected/],
    [{ folder: 'a\0' }, /^folder: expected/],
    [{ folder: 'x'.repeat(1_000_000) }, /^folder: expected/],
    [{ folder: 'a', sourcePath: '../..' }, /outside its parent/],
    [{ folder: 'a', sourcePath: 'none' }, /^sourcePath: there is no folder/],
    [{}, /must have required property 'folder'/],
  ])('refuses the input %#', async (input, message) => {
    write('inference-service.yaml', 'one');
    await expect(runAction(action, { input, workspacePath })).rejects.toThrow(
      message,
    );
  });

  it('publishes no link of the workspace, and no hidden files', async () => {
    const outside = newWorkspace();
    writeFileSync(join(outside, 'secret.yaml'), 'secret');
    mkdirSync(join(workspacePath, 'a'));
    symlinkSync(
      join(outside, 'secret.yaml'),
      join(workspacePath, 'a/secret.yaml'),
    );
    write('b/.env', 'secret');
    for (const [sourcePath, message] of [
      ['a', /secret\.yaml: is no regular file; links are not followed/],
      ['b', /path: expected .*\.env/],
    ] as const) {
      await expect(
        runAction(action, {
          input: { folder: 'x', sourcePath },
          workspacePath,
        }),
      ).rejects.toThrow(message);
    }
    expect(existsSync(join(root, 'x'))).toBe(false);
  });
});
