import type { Failure } from './errorKinds';
import type { LoadOptions } from './LoadOptions';
import type { LoadResult } from './LoadResult';
import { LoadRun } from './LoadRun';
import { openConnections } from './openConnections';
import { type LoadPlan, type LoadPlanInput, parseLoadPlan } from './plan';
import { summarise } from './summary';
import { createTransport } from './transport/createTransport';
import { resolveAddress } from './transport/resolveAddress';
import type { Transport } from './transport/Transport';
import { User } from './User';

/** How long connections may take to open when requests have no timeout of their own, in ms. */
const openingMilliseconds = 20_000;

/**
 * Carries out a plan in this process and thread. What goes wrong at the target is in the result.
 *
 * @throws Error when the plan is invalid, or what `onProgress`, `onAnswer` or `shouldStop` throws.
 * @public
 */
export async function runLoad(
  input: LoadPlanInput,
  options: LoadOptions = {},
): Promise<LoadResult> {
  const plan = parseLoadPlan(input);
  const { address, secretHeaders, tls, path } = options;
  const resolved =
    address?.ip || options.signal?.aborted
      ? { ip: address?.ip ?? '' }
      : await resolveAddress(new URL(plan.url));
  const transport = createTransport(plan, {
    ip: 'ip' in resolved ? resolved.ip : '',
    secretHeaders,
    tls,
    path,
  });
  const users = createUsers(plan, transport);
  const refused =
    'failure' in resolved
      ? [resolved.failure]
      : await openFirst(plan, users, options);
  const run = new LoadRun({ plan, options, users, transport });
  if (refused.length > 0 && !users.some(({ connection }) => connection.ready)) {
    refuse(run, refused);
  } else if (options.signal?.aborted) {
    run.stop({ code: 'aborted', message: 'the run was aborted' });
  } else {
    await run.carryOut();
  }
  return summarise({ plan, transport, run });
}

function createUsers(plan: LoadPlan, transport: Transport): User[] {
  return Array.from({ length: plan.arrival.users }, (_, place) => {
    const user = new User(place);
    user.connection = transport.connection(user);
    return user;
  });
}

/** Opens what the first requests are sent on. Where each request has a connection of its own, one shows whether there is a target. */
async function openFirst(
  plan: LoadPlan,
  users: User[],
  { signal }: LoadOptions,
): Promise<Failure[]> {
  return openConnections(plan.keepAlive ? users : users.slice(0, 1), {
    timeoutMs: plan.timeoutSeconds * 1000 || openingMilliseconds,
    signal,
  });
}

/** No connection at all: each attempt counts as a failed request, and there is no use in more. */
function refuse(run: LoadRun, failures: Failure[]): void {
  for (const failure of failures) {
    run.recorder.steady.sent += 1;
    run.recorder.steady.fail(failure);
  }
  run.stop({ code: 'unreachable', message: failures[0].message });
}
