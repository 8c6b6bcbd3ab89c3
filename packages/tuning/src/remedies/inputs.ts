import type { Input } from '@dynoscope/scorecard';
import type { SubjectFacts } from './SubjectFacts';

/** A number that the report tells, or says that nobody measured. */
export function fromReport(
  input: Pick<Input, 'name' | 'label' | 'value' | 'unit'>,
): Input {
  const { value, ...rest } = input;
  if (value === undefined) return { ...rest, source: 'not measured' };
  return {
    ...rest,
    value: typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    source: 'measured',
  };
}

/** Where the manifest was read. */
export function manifestDetail({ deployment }: SubjectFacts): {
  detail?: string;
} {
  return deployment ? { detail: deployment.source.reference } : {};
}

/** The latency targets of the checks, and who set them. */
export function latencyTargetInput(facts: SubjectFacts): Input[] {
  return (['p50', 'p99'] as const).flatMap(statistic => {
    const value = facts.latencyTargets[statistic];
    const outcome = facts.outcomes.find(
      each => each.checkId === `inference-latency-${statistic}`,
    );
    if (value === undefined) return [];
    const source = outcome?.targetSource;
    return {
      name: `${statistic}Target`,
      label: `${statistic.toUpperCase()} target`,
      value,
      unit: 'ms',
      source: source?.kind === 'guide' ? 'guide' : 'configuration',
      ...(source && { detail: source.reference }),
    } as const;
  });
}
