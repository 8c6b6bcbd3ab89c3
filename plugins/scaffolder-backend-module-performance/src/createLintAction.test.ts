import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputOf, newWorkspace, runAction } from './__testUtils__/runAction';
import { createLintAction } from './createLintAction';
import { lintExamples } from './examples/lint.examples';

const action = createLintAction();
let workspacePath: string;

beforeEach(() => {
  workspacePath = newWorkspace();
});

const [failing, only] = lintExamples.map(inputOf);

/** An InferenceService that is fine, but for what an annotation of it pretends. */
function write(path: string, annotations = '') {
  mkdirSync(join(workspacePath, path, '..'), { recursive: true });
  writeFileSync(
    join(workspacePath, path),
    `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: ranker
  annotations:
    serving.kserve.io/deploymentMode: Standard
${annotations}
spec:
  predictor:
    minReplicas: 1
    model:
      modelFormat: { name: onnx }
      protocolVersion: v1
      storageUri: s3://models/iris.onnx
`,
  );
}

const ignored = '    serving.kserve.io/batcher: "true"';

describe('performance:lint', () => {
  it('passes what is fine, and looks at YAML alone', async () => {
    write('a/inference-service.yaml');
    writeFileSync(join(workspacePath, 'a/README.md'), 'kind: [');
    const { output } = await runAction(action, {
      input: failing,
      workspacePath,
    });
    expect(output.findings).toEqual([]);
    expect(output.summary).toMatch(/^1 files: 0 errors, 0 warnings/);
  });

  it('says each finding with its place, and ends the task', async () => {
    write('manifests/service.yaml', ignored);
    const { output, lines } = await runAction(action, {
      input: only,
      workspacePath,
    });
    const [finding] = output.findings;
    expect(finding.ruleId).toBe('kserve-batcher-annotations-ignored');
    const line = `${finding.file}:${finding.line} ${finding.ruleId} ${finding.message}`;
    expect(finding.file).toBe('service.yaml');
    expect([...lines('error'), ...lines('warn')]).toEqual([line]);
    await expect(
      runAction(action, {
        input: { ...only, failOn: 'warning' },
        workspacePath,
      }),
    ).rejects.toThrow(
      `The manifests have findings that must be mended: ${line}`,
    );
  });

  it.each([
    ['broken.yaml', 'kind: [', /broken\.yaml:1 yaml-invalid/],
    ['binary.yaml', Buffer.from([0xff, 0xfe, 0]), /binary\.yaml: is no UTF-8/],
    ['large.yml', '#'.repeat(1_000_001), /large\.yml: is larger than/],
  ])('ends the task for %s', async (name, content, message) => {
    writeFileSync(join(workspacePath, name), content);
    await expect(
      runAction(action, { input: failing, workspacePath }),
    ).rejects.toThrow(message);
  });

  it('reads no link that leads out, and no folder outside', async () => {
    const outside = newWorkspace();
    writeFileSync(join(outside, 'secret.yaml'), 'secret: canary');
    symlinkSync(
      join(outside, 'secret.yaml'),
      join(workspacePath, 'linked.yaml'),
    );
    await expect(
      runAction(action, { input: failing, workspacePath }),
    ).rejects.toThrow(/linked\.yaml: is no regular file/);
    for (const path of ['..', outside, 'none']) {
      await expect(
        runAction(action, { input: { path }, workspacePath }),
      ).rejects.toThrow(/outside its parent|there is no folder/);
    }
  });

  it('refuses more text than may be checked in passing', async () => {
    for (let i = 0; i < 2; i++) {
      writeFileSync(join(workspacePath, `${i}.yaml`), '#'.repeat(600_000));
    }
    await expect(
      runAction(action, { input: failing, workspacePath }),
    ).rejects.toThrow(/^path: its files together are larger/);
  });

  it('refuses more files than anybody writes', async () => {
    for (let i = 0; i <= 200; i++) {
      writeFileSync(join(workspacePath, `${i}.yaml`), '');
    }
    await expect(
      runAction(action, { input: failing, workspacePath }),
    ).rejects.toThrow('path: holds more than 200 files');
  });
});
