/*
 * The engine's own process: one run, then it ends. It ends too when the process that made it does.
 */
import { runLoad } from './engine';
import type { FromEngine, StartMessage, ToEngine } from './messages';
import type { Stop } from './Stop';

/** So long the process that made this one may stand still: frozen, it could not stop a run that must end; in ms. */
const silenceMilliseconds = 5_000;

const abort = new AbortController();
let wanted: Stop | undefined;
let silence: NodeJS.Timeout | undefined;

function tell(message: FromEngine, sent: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, sent);
}

async function run({ plan, options }: StartMessage): Promise<FromEngine> {
  try {
    const result = await runLoad(plan, {
      ...options,
      signal: abort.signal,
      onProgress: progress => tell({ type: 'progress', progress }),
    });
    // The run only knows that it was aborted; who asked for it said why.
    if (wanted && result.stopped?.code === 'aborted') result.stopped = wanted;
    return { type: 'result', result };
  } catch (error) {
    return { type: 'error', message: (error as Error).message };
  }
}

function stop(reason: Stop): void {
  wanted = reason;
  abort.abort();
  tell({ type: 'stopped' });
}

function expectSign(): void {
  clearTimeout(silence);
  const message = `the process that started the run stood still for ${
    silenceMilliseconds / 1000
  } s`;
  const end = () => stop({ code: 'silence', message });
  silence = setTimeout(end, silenceMilliseconds).unref();
}

process.on('disconnect', () => process.exit());
process.on('message', async (message: ToEngine) => {
  expectSign();
  if (message.type === 'start') {
    tell(await run(message), () => process.disconnect?.());
  } else if (message.type === 'stop') {
    stop(message.stop);
  }
});
tell({ type: 'ready' });
