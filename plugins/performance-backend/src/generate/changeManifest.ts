import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  deploymentOf,
  type GenerateRequest,
  type GenerateResponse,
  type Remedy,
  type Report,
  type Target,
} from '@dynoscope/scorecard';
import {
  applyChanges,
  lintManifests,
  recomputeRemedy,
  remedyOptions,
  type LintContext,
} from '@dynoscope/tuning';
import { performanceError } from '../performanceError';
import type { Deployed, DeployedSubject } from '../sources/deployments';
import { asInvalid } from './asInvalid';
import { describeChange } from './describeChange';
import { pathOf } from './pathOf';
import { unifiedDiff } from './unifiedDiff';

/** The remedy of a report for the values that a person chose. Throws, with a code, when there is nothing to change. */
export function remedyOf(report: Report, request: GenerateRequest): Remedy {
  const { checkId = '', subject, options } = request;
  const remedy = asInvalid(() =>
    recomputeRemedy({ report, checkId, subject, options }),
  );
  if (remedy.cannot !== undefined || remedy.changes.length === 0) {
    throw performanceError(
      'invalid',
      `There is nothing to change in a manifest: ${
        remedy.cannot ?? remedy.title
      }`,
    );
  }
  return remedy;
}

/** The manifest of a subject with the changes of a remedy, and what they bring. */
export function changeManifest(options: {
  generator: string;
  report: Report;
  remedy: Remedy;
  subject: DeployedSubject;
  deployed: Required<Pick<Deployed, 'deployment' | 'text'>>;
  publishFolder?: string;
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>;
  appUrl?: string;
}): GenerateResponse {
  const { generator, report, remedy, subject, deployed } = options;
  const { text, deployment } = deployed;
  const { path, repository } = pathOf({
    ...options,
    location: subject.manifest!,
    deployment,
  });
  const before = text.content;
  const content = asInvalid(() =>
    applyChanges({
      content: before,
      file: path,
      name: text.name,
      changes: remedy.changes,
    }),
  );
  const context = contextOf(report, remedy);
  const lint = (changed: string) =>
    lintManifests({ files: [{ file: path, content: changed }], context })
      .findings;
  const findings = lint(content);
  const known = new Set(lint(before).map(({ ruleId }) => ruleId));
  const warnings = [
    ...(text.digest === deploymentOf(report.fingerprint, remedy.subject)?.digest
      ? []
      : [
          'The manifest has changed since the report was made; the computed values rest on the earlier one.',
        ]),
    ...(content === before ? ['The manifest already says all of this.'] : []),
    ...findings
      .filter(({ ruleId }) => !known.has(ruleId))
      .map(({ message }) => `The change brings a finding: ${message}`),
  ];
  const files = [{ path, content, before }];
  return {
    generator,
    options: remedyOptions(remedy),
    inputs: remedy.inputs,
    values: remedy.changes,
    files,
    diff: unifiedDiff(files),
    findings,
    remedy,
    ...(repository && { repository }),
    description: describeChange({
      title: remedy.title,
      text: remedy.text,
      values: remedy.changes,
      remedy,
      warnings,
      reportUrl:
        options.appUrl &&
        `${options.appUrl}/performance/reports/${encodeURIComponent(
          report.id,
        )}`,
    }),
    warnings,
  };
}

/** What the report knows beside the manifest. */
function contextOf(report: Report, { subject }: Remedy): LintContext {
  const capacity = report.measurements.find(
    each => each.metric === 'inference.capacity' && each.subject === subject,
  );
  const outcome = report.outcomes.find(
    each =>
      each.checkId === 'inference-latency-p50' && each.subject === subject,
  );
  const users = capacity?.facts?.users;
  return {
    users: typeof users === 'number' ? users : undefined,
    p50TargetMs: outcome?.target && mostOf(outcome.target),
    latencyClass: outcome?.latencyClass as LintContext['latencyClass'],
  };
}

function mostOf(target: Target): number | undefined {
  if ('below' in target) return target.below;
  return 'atMost' in target ? target.atMost : undefined;
}
