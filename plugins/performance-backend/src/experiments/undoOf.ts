import { relative, sep } from 'node:path';
import type { Experiment, ExperimentChange } from '@dynoscope/scorecard';
import type { DeployedSubject } from '../sources/deployments';

/**
 * Whether the portal can put a change back by itself. Only the manifest that the operator names for the subject proves whose
 * files these are: files elsewhere belong to somebody else, whatever a request says about them.
 */
export function undoOf(options: {
  change: ExperimentChange;
  /** `undefined` when the entity does not have it any more. */
  subject: DeployedSubject | undefined;
  /** Root of the folder that the portal publishes to. */
  root: string | undefined;
}): Experiment['undo'] {
  const { change, subject, root } = options;
  if (change.kind === 'pull-request') {
    return { possible: false, text: 'Revert the pull request.' };
  }
  if (change.kind === 'manual') {
    return { possible: false, text: 'Change it back where it was changed.' };
  }
  const manifest =
    root !== undefined && subject?.manifest?.kind === 'file'
      ? relative(root, subject.manifest.path).split(sep)
      : undefined;
  const files = change.files ?? [];
  const home = manifest?.slice(0, -1).join('/');
  if (
    !manifest ||
    !files.some(
      // A remedy changes a manifest that was there: nothing that a request says takes it away.
      ({ path, before }) => path === manifest.join('/') && before,
    ) ||
    !files.every(({ path }) => folderOf(path) === home)
  ) {
    return {
      possible: false,
      text: 'The portal puts back only files beside the manifest that the operator names for this subject, and that manifest. Change it back by hand.',
    };
  }
  return {
    possible: true,
    text: 'The files are put back as they were, byte for byte, unless they were changed since.',
  };
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
