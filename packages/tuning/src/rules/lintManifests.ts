import {
  type Finding,
  type Guide,
  guide as theGuide,
  type LintResult,
  type Versions,
} from '@dynoscope/scorecard';
import { createGraph } from '../manifest/graph';
import type { Manifest, ManifestSet, SourceFile } from '../manifest/manifest';
import { ManifestError } from '../manifest/ManifestError';
import { mostManifests, parseManifests } from '../manifest/parseManifests';
import { plain } from '../manifest/plainText';
import { compareVersions } from '../manifest/versions';
import { rules as allRules } from './index';
import type { LintContext, Problem, Rule } from './rule';

function invalid(error: ManifestError): Finding {
  const { line, column } = error;
  return {
    ruleId: 'yaml-invalid',
    severity: 'error',
    message: error.message,
    file: error.file,
    line,
    column,
    endLine: line,
    endColumn: column,
    fixable: false,
    why: 'What cannot be read cannot be checked, nor applied.',
  };
}

function objectOf(manifest: Manifest): Finding['object'] {
  const { apiVersion, kind, namespace, name } = manifest;
  return {
    apiVersion: plain(apiVersion),
    kind: plain(kind),
    ...(namespace !== undefined && { namespace: plain(namespace) }),
    ...(name !== undefined && { name: plain(name) }),
  };
}

function findingOf(rule: Rule, problem: Problem): Finding {
  const { manifest, message, fix, related = [] } = problem;
  const { document, item } = manifest;
  const isFixable = fix !== undefined && manifest.isEditable(fix.patch);
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message,
    file: manifest.file,
    ...manifest.position(problem.pointer),
    object: objectOf(manifest),
    ...(rule.guide !== undefined && { guide: rule.guide }),
    fixable: isFixable,
    why: rule.why,
    ...(isFixable && {
      fix: { ...fix, document, ...(item !== undefined && { item }) },
    }),
    ...(related.length > 0 && {
      related: related.map(each => ({
        file: each.manifest.file,
        line: each.manifest.position(each.pointer).line,
        message: each.message,
      })),
    }),
  };
}

/** What of the files can be read, and a finding for each that cannot. */
function readSet(files: readonly SourceFile[]) {
  const findings: Finding[] = [];
  const set: ManifestSet = { manifests: [], files: files.length, documents: 0 };
  const manifests: Manifest[] = [];
  for (const source of files) {
    try {
      const read = parseManifests([source]);
      if (manifests.length + read.manifests.length > mostManifests) {
        throw new ManifestError({
          file: source.file,
          message: `The files hold more than ${mostManifests} objects: this one is left out`,
        });
      }
      for (const each of read.manifests) manifests.push(each);
      set.documents += read.documents;
    } catch (error) {
      if (!(error instanceof ManifestError)) throw error;
      findings.push(invalid(error));
    }
  }
  return { findings, set: { ...set, manifests } };
}

/**
 * Checks manifests together: what one file says counts for the objects of another. A file that is no YAML becomes a finding
 * of rule `yaml-invalid`, and the others are checked without it. Throws for a version that is none.
 *
 * @public
 */
export function lintManifests(options: {
  files: readonly SourceFile[];
  /** What the manifests are for; absent: the newest release that is known. */
  versions?: Versions;
  /** What is known besides; without it the rules use only what the manifests say. */
  context?: LintContext;
  rules?: readonly Rule[];
  guide?: Guide;
}): LintResult {
  const { files, versions = {}, rules = allRules, guide = theGuide } = options;
  for (const each of Object.values(versions)) {
    if (each !== undefined) compareVersions(each, '0');
  }
  const { findings, set } = readSet(files);
  const graph = createGraph(set);
  const context = { ...options.context, versions, guide, graph };
  for (const rule of rules) {
    for (const problem of rule.check(set, context)) {
      findings.push(findingOf(rule, problem));
    }
  }
  const order = new Map(files.map(({ file }, index) => [file, index]));
  findings.sort(
    (one, other) =>
      (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0) ||
      one.line - other.line ||
      one.column - other.column,
  );
  const count = (severity: Finding['severity']) =>
    findings.filter(each => each.severity === severity).length;
  return {
    schemaVersion: 1,
    findings,
    summary: {
      files: set.files,
      documents: set.documents,
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
    },
  };
}
