import { once } from 'node:events';
import { createInterface } from 'node:readline';
import knexFactory from 'knex';
import { RunQueue } from '../runs/queue/RunQueue';
import { RunWorker } from '../runs/RunWorker';

// A replica of its own: DATABASE is a connection string. It says "running <run>", and ends the run well once it reads
// "finish". SIGTERM stops it as the plugin does.

const knex = knexFactory({
  client: 'pg',
  connection: process.env.DATABASE,
  pool: { min: 0, max: 4 },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const quiet = { error: say, warn: say, info: say, debug: say };
const lines = createInterface({ input: process.stdin });

const worker = RunWorker.create({
  queue: RunQueue.create({ knex, leaseSeconds: 2 }),
  killSwitch: { enabled: true, onOff: () => () => {} },
  logger: { ...quiet, child: () => quiet } as never,
  name: String(process.pid),
  onChange: () => {},
  async perform({ run, signal }) {
    say(`running ${run.id}`);
    await once(lines, 'line', { signal });
    say(`finishing ${run.id}`);
    return {
      end: { state: 'succeeded' },
      async write(tx) {
        await tx('plans').insert({
          id: run.id,
          entity_ref: '',
          document: 'the result',
          expires_at: 0,
        });
      },
    };
  },
});

worker.start();
process.once('SIGTERM', async () => {
  await worker.stop();
  lines.close();
  await knex.destroy();
  process.exit(0);
});
