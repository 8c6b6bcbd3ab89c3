import type { ExperimentChange } from '@dynoscope/scorecard';
import type { DeployedSubject } from '../sources/deployments';
import { undoOf } from './undoOf';

const root = '/srv/published';
const subject = (manifest?: DeployedSubject['manifest']): DeployedSubject => ({
  id: 'endpoint/iris',
  kind: 'endpoint',
  address: '',
  allowedBy: '',
  manifest,
});
const iris = subject({ kind: 'file', path: `${root}/iris/service.yaml` });
const folder = (...paths: string[]): ExperimentChange => ({
  kind: 'folder',
  reference: 'iris',
  files: paths.map(path => ({
    path,
    before: 'b'.repeat(64),
    after: 'a'.repeat(64),
  })),
});

describe('undo by the portal', () => {
  it.each<[string, boolean, Partial<Parameters<typeof undoOf>[0]>]>([
    ['the manifest of the subject', true, {}],
    [
      'the manifest and a file beside it',
      true,
      { change: folder('iris/hpa.yaml', 'iris/service.yaml') },
    ],
    [
      'the manifest of somebody else',
      false,
      { change: folder('victim/service.yaml') },
    ],
    [
      'the manifest and a file of somebody else',
      false,
      { change: folder('iris/service.yaml', 'victim/service.yaml') },
    ],
    [
      'a file that only looks as if it lay beside it',
      false,
      { change: folder('iris/service.yaml', 'iris/../victim/service.yaml') },
    ],
    [
      'a file beside a manifest that it is not',
      false,
      { change: folder('iris/hpa.yaml') },
    ],
    [
      'a manifest that was not there, which would take it away',
      false,
      {
        change: {
          kind: 'folder',
          reference: 'iris',
          files: [{ path: 'iris/service.yaml', after: 'a'.repeat(64) }],
        },
      },
    ],
    ['no files', false, { change: folder() }],
    ['a portal that publishes to no folder', false, { root: undefined }],
    ['a portal that publishes elsewhere', false, { root: '/srv/other' }],
    ['a subject that is gone', false, { subject: undefined }],
    ['a subject whose manifest nobody named', false, { subject: subject() }],
    [
      'a manifest in a cluster',
      false,
      {
        subject: subject({
          kind: 'kubernetes',
          cluster: 'c',
          namespace: 'n',
          name: 'iris',
        }),
      },
    ],
    [
      'a pull request',
      false,
      { change: { kind: 'pull-request', reference: 'https://x/1' } },
    ],
    ['a change by hand', false, { change: { kind: 'manual', reference: 'x' } }],
  ])('of %s is %s', (_, possible, options) => {
    const undo = undoOf({
      change: folder('iris/service.yaml'),
      subject: iris,
      root,
      ...options,
    });
    expect(undo.possible).toBe(possible);
    expect(undo.text).toMatch(/\.$/);
  });
});
