import type { LoadPlanInput, SloName } from '@dynoscope/load';
import { UsageError } from '../UsageError';
import { readDuration } from './readDuration';

const names: readonly SloName[] = [
  'p50',
  'p90',
  'p95',
  'p99',
  'p999',
  'errors',
];
const allowed =
  'write names p50, p90, p95, p99, p999 with a duration, or errors with a per cent, such as p99=500ms,errors=0.1%';

/**
 * Reads objectives: `p99=500ms,errors=0.1%`.
 *
 * @throws UsageError that shows what is allowed.
 */
export function readSlo(text: string): NonNullable<LoadPlanInput['slo']> {
  return text.split(',').map(part => {
    const [name, value = ''] = part.split('=').map(word => word.trim());
    const known = names.find(candidate => candidate === name);
    if (!known) throw new UsageError(`--slo: "${part}": ${allowed}.`);
    if (known !== 'errors') {
      return {
        name: known,
        atMost: readDuration(`--slo ${name}`, value) * 1000,
      };
    }
    if (!/^\d+(\.\d+)?%$/.test(value)) {
      throw new UsageError(`--slo: "${part}": ${allowed}.`);
    }
    return { name: known, atMost: Number(value.slice(0, -1)) };
  });
}
