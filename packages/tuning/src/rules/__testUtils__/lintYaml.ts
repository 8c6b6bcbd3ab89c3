import type { Finding } from '@dynoscope/scorecard';
import { applyFixes } from '../../manifest/applyFixes';
import type { SourceFile } from '../../manifest/manifest';
import { lintManifests } from '../lintManifests';
import type { LintContext } from '../rule';

/** Lints one text of YAML with one rule. */
export function lintYaml(
  ruleId: string,
  content: string,
  options: { context?: LintContext; kserve?: string } = {},
): { findings: Finding[]; files: SourceFile[] } {
  const files = [{ file: 'manifest.yaml', content }];
  const { findings } = lintManifests({
    files,
    context: options.context,
    versions: options.kserve ? { kserve: options.kserve } : {},
  });
  return { files, findings: findings.filter(each => each.ruleId === ruleId) };
}

/** The text after every fix of one rule. */
export function fixYaml(
  ruleId: string,
  content: string,
  options: { context?: LintContext; kserve?: string } = {},
): string {
  const { files, findings } = lintYaml(ruleId, content, options);
  return applyFixes(files, findings)[0].content;
}

/** An InferenceService in Standard mode, with this in its predictor. */
export function service(predictor: string, metadata = ''): string {
  return `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: iris
  annotations: { serving.kserve.io/deploymentMode: Standard${metadata} }
spec:
  predictor:
    ${predictor}
`;
}
