import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { unifiedDiff } from './unifiedDiff';

describe('unifiedDiff', () => {
  const folder = createMockDirectory();
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `line ${from + i}\n`).join('');

  it('is what git applies, with comments, new files and no last line break', () => {
    const files = [
      {
        path: 'a b/service.yaml',
        before: '# kept\nmaxLatency: 100\n---\nb: 1',
        content: '# kept\nmaxLatency: 4\n---\nb: 2',
      },
      { path: 'a b/new.yaml', content: 'a: 1\n' },
      { path: 'same.yaml', before: 'a: 1\n', content: 'a: 1\n' },
      { path: 'long.yaml', before: lines(0, 4000), content: lines(4000, 8000) },
    ];
    folder.setContent({
      'a b/service.yaml': files[0].before!,
      'same.yaml': 'a: 1\n',
      'long.yaml': files[3].before!,
    });
    const diff = unifiedDiff(files);
    expect(diff).not.toContain('same.yaml');
    execFileSync('git', ['apply', '-'], { cwd: folder.path, input: diff });
    for (const { path, content } of files) {
      expect(readFileSync(folder.resolve(path), 'utf8')).toBe(content);
    }
  });

  it('is empty when nothing changes', () => {
    expect(unifiedDiff([{ path: 'a', before: 'b', content: 'b' }])).toBe('');
  });
});
