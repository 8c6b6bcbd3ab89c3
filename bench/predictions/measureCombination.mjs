import { measure } from './measure.mjs';
import { PlantedServer } from './PlantedServer.mjs';

const seconds = ['-z', '2.5s', '--warmup', '300ms'];
/** A run that is not valid says nothing; it is repeated, as a person would. */
const attempts = 3;

async function measureValidly(load) {
  for (let attempt = 1; ; attempt++) {
    const result = await measure(load);
    if (result.validity.verdict !== 'invalid' || attempt === attempts) {
      return result;
    }
  }
}

/** Measures with the first batcher, promises from that alone, changes the batcher, measures again. */
export async function measureCombination(combination, promiseOf) {
  const { name, service, base: batcher, users, rowsOfRequest } = combination;
  const server = await PlantedServer.start({ service, batcher });
  try {
    const load = { url: server.url, users, rowsOfRequest, length: seconds };
    const one = await measureValidly({
      ...load,
      users: 1,
      length: ['-n', '16'],
    });
    const base = await measureValidly(load);
    const remedy = promiseOf({
      manifest: PlantedServer.manifest(batcher),
      candidate: combination.candidate,
      one,
      base,
      users,
      rowsOfRequest,
    });
    if (!remedy.expected) return { name, cannot: remedy.cannot };
    const candidate = ['maxBatchSize', 'maxLatency'].map(
      field => remedy.changes.find(({ path }) => path.endsWith(field)).value,
    );
    if (candidate.join() !== batcher.join()) await server.change(candidate);
    const after = await measureValidly(load);
    const pair = (statistic, measured, before) => {
      const { lower, upper } = [remedy.expected, ...remedy.alsoExpected].find(
        each => each.statistic === statistic,
      );
      return {
        name,
        candidate: candidate.join('/'),
        before: round(before),
        lower,
        upper,
        measured: round(measured),
        held: lower <= measured && measured <= upper,
        relativeWidth: round((upper - lower) / measured),
        validity: [base, after].map(({ validity }) => validity.verdict),
      };
    };
    return {
      name,
      p50: pair('p50', after.latency.p50, base.latency.p50),
      p99: pair('p99', after.latency.p99, base.latency.p99),
      throughput: pair('max', after.throughput.value, base.throughput.value),
    };
  } finally {
    await server.stop();
  }
}

const round = value => Number(value.toPrecision(4));
