import type {
  Finding,
  Guide,
  LatencyClass,
  Versions,
} from '@dynoscope/scorecard';
import type { ManifestGraph } from '../manifest/graph';
import type { Manifest, ManifestSet, Operation } from '../manifest/manifest';

/**
 * What is known besides the manifests. Without it a rule uses only what a manifest says.
 *
 * @public
 */
export interface LintContext {
  /** How many users send at a time. */
  users?: number;
  /** The target of P50 in ms. */
  p50TargetMs?: number;
  /** The class of the model; the annotation `dynoscope.dev/latency-class` of a manifest comes before it. */
  latencyClass?: LatencyClass;
  /** How long the service takes without waiting, P50 in ms. */
  serviceP50Ms?: number;
}

/**
 * What a rule works with beside the manifests.
 *
 * @public
 */
export interface RuleContext extends LintContext {
  versions: Versions;
  guide: Guide;
  /** How the manifests relate. */
  graph: ManifestGraph;
}

/**
 * What a rule found.
 *
 * @public
 */
export interface Problem {
  manifest: Manifest;
  /** JSON pointer to the place. */
  pointer: string;
  message: string;
  /** A patch of `manifest` that mends it. */
  fix?: { title: string; patch: Operation[] };
  related?: { manifest: Manifest; pointer: string; message: string }[];
}

/**
 * A mistake that manifests can hold, and how to find it: data and one pure function.
 *
 * @public
 */
export interface Rule {
  id: string;
  severity: Finding['severity'];
  title: string;
  /** Why it matters, in one or two sentences. */
  why: string;
  /** Section of the guide. */
  guide?: string;
  /** Kinds of objects that it reads. */
  kinds: readonly string[];
  /** Some of its findings carry a fix. */
  fixable: boolean;
  /** Its page, inside this package. */
  doc: string;
  check(set: ManifestSet, context: RuleContext): Problem[];
}

/** The page of a built-in rule, inside this package. */
export function docOf(id: string): string {
  return `docs/rules/${id}.md`;
}
