import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import type { LintRequest, LintResponse } from '@dynoscope/scorecard';
import { performanceError } from '../performanceError';
import { plainLine } from '../sources/plainLine';
import { lintDocuments } from './lintDocuments';

/** The loader that the Backstage CLI runs TypeScript sources with. Installed where there are sources, and only there. */
const loader = '@backstage/cli/config/nodeTransform.cjs';

type Answer = { result: LintResponse } | { message: string };

/** What the thread is given; a thread of anything else that loads this file does nothing. */
interface Order {
  lintRequest: LintRequest;
}

/**
 * Checks documents in a thread of its own, so that large ones do not hold up the portal, within a time and a memory.
 * Throws an error with a code.
 */
export async function lintInThread(
  lintRequest: LintRequest,
  options: { seconds?: number } = {},
): Promise<LintResponse> {
  const { seconds = 15 } = options;
  const order: Order = { lintRequest };
  const thread = new Worker(__filename, {
    workerData: order,
    env: { NODE_ENV: process.env.NODE_ENV },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    ...(__filename.endsWith('.ts') && {
      execArgv: ['--require', require.resolve(loader)],
    }),
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const fail = () =>
        reject(
          performanceError(
            'invalid',
            `The documents could not be checked within ${seconds} s; check fewer or smaller ones at once`,
          ),
        );
      timer = setTimeout(fail, seconds * 1000);
      thread.on('message', resolve);
      thread.on('error', fail);
      thread.on('exit', fail);
    });
    if ('result' in answer) return answer.result;
    throw performanceError('invalid', answer.message);
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

function answerOf({ lintRequest }: Order): Answer {
  try {
    return { result: lintDocuments(lintRequest) };
  } catch (error) {
    return { message: plainLine((error as Error).message) };
  }
}

if (!isMainThread && workerData?.lintRequest) {
  parentPort?.postMessage(answerOf(workerData));
}
