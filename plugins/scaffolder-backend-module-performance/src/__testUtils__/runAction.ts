import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import Ajv from 'ajv';
import { parse } from 'yaml';

const workspaces: string[] = [];

afterAll(() => {
  workspaces.forEach(path => rmSync(path, { recursive: true, force: true }));
});

/** A new folder that stands for the workspace of a task; it is gone after the tests. */
export function newWorkspace(): string {
  const path = mkdtempSync(join(tmpdir(), 'dynoscope-workspace-'));
  workspaces.push(realpathSync(path));
  return workspaces.at(-1)!;
}

/** The input of the one step of an example. */
export function inputOf(example: { example: string }): any {
  return parse(example.example).steps[0].input ?? {};
}

/** Runs an action as the scaffolder does: input and output are held against the action's schemas. */
export async function runAction(
  action: TemplateAction<any, any>,
  options: {
    input: any;
    workspacePath: string;
    isDryRun?: boolean;
    checkpoint?(options: { key: string; fn(): Promise<any> }): Promise<any>;
  },
) {
  const { input, workspacePath, isDryRun, checkpoint } = options;
  const ajv = new Ajv({ strict: false });
  const logger = mockServices.logger.mock();
  const output: Record<string, any> = {};
  if (!ajv.validate<any>(action.schema!.input as object, input)) {
    throw new Error(`input: ${ajv.errorsText()}`);
  }
  await action.handler({
    ...createMockActionContext({ input, workspacePath }),
    logger,
    isDryRun,
    ...(checkpoint && { checkpoint: checkpoint as any }),
    output: (name: any, value: any) => {
      output[name] = value;
    },
  });
  if (!ajv.validate(action.schema!.output as object, output)) {
    throw new Error(`output: ${ajv.errorsText()}`);
  }
  const lines = (level: 'info' | 'warn' | 'error') =>
    logger[level].mock.calls.map(([message]) => message);
  return { output, lines };
}
