import { type Versions, versionsSchema } from '@dynoscope/scorecard';
import { z } from 'zod/v3';
import { compareVersions } from '../../manifest/versions';
import { OptionsError } from '../optionsError';
import { parseOptions } from '../parseOptions';
import type { InferenceServiceOptions } from './options';

const oldest = { kserve: '0.15', kubernetes: '1.25' };
/** Release with metrics of one container, `ContainerResource`, no longer beta. */
const containerMetrics = '1.30';
/** Patch of 0.15 that brought the class `none`. */
const classNone = '0.15.2';

/**
 * Which differences between releases matter. `0.15` stands for its newest patch.
 *
 * @throws OptionsError for releases that are too old, and for what is no release.
 */
export function checkVersions(
  versions: Versions,
  options: InferenceServiceOptions,
): { isBefore016: boolean } {
  const { kserve, kubernetes } = parseOptions(
    z.object({ versions: versionsSchema }),
    { versions },
  ).versions;
  const form = options.autoscaling?.form ?? 'external';
  atLeast('versions.kserve', kserve, oldest.kserve);
  atLeast('versions.kubernetes', kubernetes, oldest.kubernetes);
  if (form === 'external') {
    atLeast(
      'versions.kubernetes',
      kubernetes,
      containerMetrics,
      'with autoscaling.form external; keda, hpa and none go with older ones',
    );
  }
  if (form === 'none' && kserve !== '0.15') {
    atLeast(
      'versions.kserve',
      kserve,
      classNone,
      'with autoscaling.form none; keda, external and hpa go with older ones',
    );
  }
  return {
    isBefore016: kserve !== undefined && compareVersions(kserve, '0.16') < 0,
  };
}

function atLeast(
  field: string,
  version: string | undefined,
  needed: string,
  why = '',
): void {
  if (version === undefined) return;
  let difference: number;
  try {
    difference = compareVersions(version, needed);
  } catch {
    throw new OptionsError([
      { field, message: 'must be a release such as 0.20 or 1.34.4' },
    ]);
  }
  if (difference < 0) {
    throw new OptionsError([
      { field, message: `must be at least ${needed} ${why}`.trim() },
    ]);
  }
}
