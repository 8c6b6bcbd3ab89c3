import { type ChildProcess, fork } from 'node:child_process';
import { childArguments } from './childArguments';
import { runLoad } from './engine';
import type { LoadOptions } from './LoadOptions';
import type { LoadResult } from './LoadResult';
import type { FromEngine, ToEngine } from './messages';
import { type LoadPlan, type LoadPlanInput, parseLoadPlan } from './plan';
import type { Stop } from './Stop';

/** How long the process may take to stop sending, and to hand over what was measured then; in ms. */
const stopMilliseconds = 100;
const resultMilliseconds = 2_000;
/** What starting, opening connections and drawing up the result may take beyond the plan, in seconds. */
const graceSeconds = 30;
/** The environment that the process inherits: nothing that may hold a secret. */
const inheritedVariables = [
  'PATH',
  'NODE_ENV',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SystemRoot',
  'TZ',
];
/** How often the process is told that this one still watches over it, in ms. */
const aliveMilliseconds = 1_000;
const keptErrorText = 2_000;
/** The longest time that a Node timer can wait, in ms. */
const longestTimer = 2 ** 31 - 1;

/**
 * Carries out a plan in a process of its own, so that this one stays responsive and each measures alone. When this process
 * ends, that one does; when it stands still for 5 s, that one stops sending. An abort stops the sending within 100 ms; a process that does not obey is killed.
 *
 * @throws Error when the plan is invalid, what `onProgress` or `shouldStop` throws, and when the process dies, is killed
 * or gives no result in time.
 * @public
 */
export async function runLoadInProcess(
  input: LoadPlanInput,
  options: Omit<LoadOptions, 'onAnswer'> = {},
): Promise<LoadResult> {
  const plan = parseLoadPlan(input);
  if (options.signal?.aborted) return runLoad(plan, options);
  const child = forkWorker();
  try {
    return await supervise(child, plan, options);
  } finally {
    child.kill('SIGKILL');
  }
}

function forkWorker(): ChildProcess {
  const worker = require.resolve('@dynoscope/load/worker');
  const variables = inheritedVariables.map(name => [name, process.env[name]]);
  return fork(worker, [], {
    execArgv: childArguments(worker),
    env: Object.fromEntries(variables.filter(([, value]) => value)),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function supervise(
  child: ChildProcess,
  plan: LoadPlan,
  options: Omit<LoadOptions, 'onAnswer'>,
): Promise<LoadResult> {
  const { signal, onProgress, shouldStop } = options;
  const { address, secretHeaders, tls } = options;
  let state: 'starting' | 'running' | 'stopping' = 'starting';
  let timer: NodeJS.Timeout | undefined;
  let pulse: NodeJS.Timeout | undefined;
  let errorText = '';
  let abort = () => {};

  return new Promise<LoadResult>((resolve, reject) => {
    const send = (message: ToEngine) => child.connected && child.send(message);
    const expectWithin = (milliseconds: number, problem: string) => {
      clearTimeout(timer);
      const fail = () =>
        reject(new Error(`The load process ${problem} and was killed`));
      timer = setTimeout(fail, milliseconds);
    };
    const stop = (reason: Stop) => {
      if (state === 'starting') {
        resolve(runLoad(plan, { signal: AbortSignal.abort() }));
      } else if (state === 'running') {
        send({ type: 'stop', stop: reason });
        expectWithin(stopMilliseconds, 'did not stop in time');
      }
      state = 'stopping';
    };
    const receive = (message: FromEngine) => {
      switch (message.type) {
        case 'ready':
          if (state === 'starting') state = 'running';
          send({
            type: 'start',
            plan,
            options: { address, secretHeaders, tls },
          });
          break;
        case 'progress': {
          onProgress?.(message.progress);
          const reason = shouldStop?.(message.progress);
          if (reason) stop(reason);
          break;
        }
        case 'stopped':
          expectWithin(resultMilliseconds, 'kept its result');
          break;
        case 'result':
          resolve(message.result);
          break;
        case 'error':
          reject(new Error(message.message));
          break;
        default: // of other code in that process, such as a development loader's
      }
    };
    child.on('message', message => {
      try {
        receive(message as FromEngine);
      } catch (error) {
        reject(error);
      }
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errorText = (errorText + text).slice(-keptErrorText);
    });
    child.on('error', reject);
    child.on('exit', (code, killedBy) => {
      const how = `The load process ended without a result (${
        killedBy ?? code
      })`;
      reject(new Error(errorText ? `${how}: ${errorText.trim()}` : how));
    });
    abort = () => stop({ code: 'aborted', message: 'the run was aborted' });
    signal?.addEventListener('abort', abort);
    expectWithin(longestMilliseconds(plan), 'took longer than its plan');
    const alive: ToEngine = { type: 'alive' };
    // One that ended by itself has sent its result, which counts.
    const tell = () => child.connected && child.send(alive, () => {});
    pulse = setInterval(tell, aliveMilliseconds);
  }).finally(() => {
    clearTimeout(timer);
    clearInterval(pulse);
    signal?.removeEventListener('abort', abort);
  });
}

/** After this time a run of the plan must have ended, whatever its target does. */
function longestMilliseconds(plan: LoadPlan): number {
  const { warmupSeconds, seconds, limits, timeoutSeconds } = plan;
  const sending =
    seconds === undefined ? limits.seconds : warmupSeconds + seconds;
  if (sending === undefined) return longestTimer;
  const waiting = 2 * (timeoutSeconds || graceSeconds);
  return Math.min(longestTimer, (sending + waiting + graceSeconds) * 1000);
}
