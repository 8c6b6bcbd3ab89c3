import type { ExperimentChange } from '@dynoscope/scorecard';
import { performanceError } from '../performanceError';

/** Throws when the parts of a change do not fit its kind; names the field and what is allowed. */
export function parseChange(change: ExperimentChange): ExperimentChange {
  const { kind, reference, files } = change;
  if (kind === 'folder' && !files?.length) {
    throw wrong('change.files', 'a change of a folder names its files');
  }
  if (kind !== 'folder' && files) {
    throw wrong('change.files', 'only a change of a folder has files');
  }
  const outside = files?.find(({ path }) => !path.startsWith(`${reference}/`));
  if (outside) {
    throw wrong('change.files', 'every path begins with the folder, reference');
  }
  if (reference.trim() === '') {
    throw wrong('change.reference', 'must not be empty');
  }
  if (kind === 'pull-request' && !isAddress(reference)) {
    throw wrong(
      'change.reference',
      'must be the http or https address of the pull request',
    );
  }
  return change;
}

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

function wrong(field: string, message: string): Error {
  return performanceError(
    'invalid',
    `Field "${field}" of the body: ${message}`,
  );
}
