/*
 * The engine's own process: one run, then it ends. It ends too when the process that made it does.
 */
import { runLoad } from './engine';
import type { FromEngine, StartMessage, ToEngine } from './messages';
import type { Stop } from './Stop';

const abort = new AbortController();
let wanted: Stop | undefined;

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

process.on('disconnect', () => process.exit());
process.on('message', async (message: ToEngine) => {
  if (message.type === 'start') {
    tell(await run(message), () => process.disconnect?.());
  } else {
    wanted = message.stop;
    abort.abort();
    tell({ type: 'stopped' });
  }
});
tell({ type: 'ready' });
