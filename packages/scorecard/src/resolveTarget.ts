import type { Check, SourcedTarget } from './check';
import { formatTarget } from './formatTarget';
import { metrics } from './metrics';
import type { Target } from './schema';
import { asTightAs, boundsOf, type TargetFamily } from './target';
import type { Unit } from './units';

/**
 * Targets beside those of the guide, by check id.
 *
 * @public
 */
export interface ConfiguredTargets {
  /** `performance.targets`: takes the place of the guide's target. */
  configuration?: Record<string, Target>;
  /** `dynoscope.dev/target.<check-id>`: takes the place of both, when it is tighter. */
  annotation?: Record<string, Target>;
  /** Checks for which the operator permits an annotation to be looser. */
  looserPermitted?: readonly string[];
}

const forms: Record<TargetFamily, string> = {
  most: '"<= N" or "< N"',
  least: '">= N" or "> N"',
  range: '"N..M"',
  baseline: '">= N of baseline"',
  none: 'nothing: it has no number',
};

const better: Record<string, TargetFamily> = {
  lower: 'most',
  higher: 'least',
  within: 'range',
};

/** The family that a target of the check must have: that of the guide's target, else that of the metric's better direction. */
function familyOf(check: Check, base: SourcedTarget | undefined): TargetFamily {
  if (base) return boundsOf(base.target).family;
  const metric = metrics.find(({ id }) => id === check.metrics.at(-1)?.metric);
  return better[metric?.better ?? 'lower'];
}

function unitOf(check: Check): Unit | undefined {
  return metrics.find(({ id }) => id === check.metrics.at(-1)?.metric)?.unit;
}

/**
 * The target that a check judges by: that of an annotation if it is at least as tight as what it replaces, else that of the
 * configuration, else the guide's. What cannot be used is reported and left out.
 */
export function resolveTarget(options: {
  check: Check;
  base: SourcedTarget | undefined;
  targets: ConfiguredTargets;
  problem(message: string): void;
}): SourcedTarget | undefined {
  const { check, base, targets, problem } = options;
  const family = familyOf(check, base);
  const unit = unitOf(check);
  let resolved = base;

  function fits(target: Target, reference: string): boolean {
    if (boundsOf(target).family === family) return true;
    problem(
      `${reference} is ${formatTarget(target, unit)}; a target of ${
        check.id
      } can only be ${forms[family]}. It is ignored.`,
    );
    return false;
  }

  const configured = targets.configuration?.[check.id];
  const key = `performance.targets.${check.id}`;
  if (configured && fits(configured, key)) {
    resolved = {
      target: configured,
      source: { kind: 'configuration', reference: key },
    };
  }

  const annotated = targets.annotation?.[check.id];
  const annotation = `dynoscope.dev/target.${check.id}`;
  if (!annotated || !fits(annotated, annotation)) return resolved;
  const permitted = targets.looserPermitted?.includes(check.id);
  if (resolved && !permitted && !asTightAs(annotated, resolved.target)) {
    problem(
      `${annotation} is ${formatTarget(
        annotated,
        unit,
      )}, looser than ${formatTarget(
        resolved.target,
        unit,
      )}. It is ignored: the operator would have to permit it.`,
    );
    return resolved;
  }
  return {
    target: annotated,
    source: { kind: 'annotation', reference: annotation },
  };
}
