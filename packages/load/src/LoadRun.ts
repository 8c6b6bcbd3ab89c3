import { Allowance, reached } from './Allowance';
import type { Arrivals } from './arrival/Arrivals';
import { createClosedArrivals } from './arrival/closed';
import { Pacer } from './arrival/Pacer';
import { ClientMonitor, type ClientReading } from './ClientMonitor';
import type { ErrorKind, Failure } from './errorKinds';
import type { LoadOptions } from './LoadOptions';
import type { LoadPlan } from './plan';
import { ProgressReporter } from './ProgressReporter';
import { Recorder } from './Recorder';
import { refusalPause } from './refusalPause';
import type { Stop } from './Stop';
import type { Transport } from './transport/Transport';
import type { User, UserListener } from './User';

/** How often deadlines, limits and the client are looked at, in ms. */
const tickMilliseconds = 10;
/** How long the last answers are waited for when requests have no timeout of their own, in ms. */
const drainMilliseconds = 30_000;
/** Failures after which there is no connection. */
const refusals: readonly ErrorKind[] = ['connect', 'dns', 'tls'];

const now = () => performance.now();

/** The requests of a run, from the first one to the last answer. Times in ms of the monotonic clock. */
export class LoadRun implements UserListener {
  readonly #options: LoadOptions;
  readonly #users: readonly User[];
  readonly #transport: Transport;
  readonly #allowance: Allowance;
  readonly #arrivals: Arrivals;
  readonly #monitor = new ClientMonitor(tickMilliseconds);
  readonly #progress: ProgressReporter;
  readonly #timeoutSeconds: number;
  #phase: 'sending' | 'drain' | 'done' = 'sending';
  #busy = 0;
  #written = 0;
  #measures = false;
  #drainUntil = Infinity;
  #settle?: { resolve(): void; reject(error: unknown): void };

  readonly recorder: Recorder;
  readonly beganAt = now();
  /** When the sending ended, and when nothing more was waited for. */
  sentUntil = 0;
  finishedAt = 0;
  /** Connections that had been opened when the measured phase began. */
  openedBefore = 0;
  /** Whether the rate ceiling and not the target held most requests back. */
  ceilingReached = false;
  client?: ClientReading;
  stopped?: Stop;

  constructor(run: {
    plan: LoadPlan;
    options: LoadOptions;
    users: readonly User[];
    transport: Transport;
  }) {
    const { plan, options, transport } = run;
    const { beganAt } = this;
    this.#options = options;
    this.#users = run.users;
    this.#transport = transport;
    this.#timeoutSeconds = plan.timeoutSeconds || Infinity;
    this.#allowance = new Allowance({ ...transport, plan, beganAt });
    transport.traffic.onExceeded = () =>
      this.stop(reached(`${plan.limits.bytes} bytes`));
    this.recorder = new Recorder({
      plan,
      beganAt,
      onAnswer: options.onAnswer && this.#guarded(options.onAnswer),
    });
    this.#progress = new ProgressReporter(
      options,
      this.recorder,
      this.#monitor,
    );
    const { rate } = plan.limits;
    this.#arrivals = createClosedArrivals({
      users: plan.arrival.users,
      thinkMs: plan.arrival.thinkMs ?? 0,
      pacer: rate
        ? new Pacer({ rate, users: plan.arrival.users, start: beganAt })
        : undefined,
      now,
      send: (place, intended) => this.#send(this.#users[place], intended),
    });
  }

  /** Sends what the plan says and waits for the answers. */
  async carryOut(): Promise<void> {
    const { signal } = this.#options;
    const abort = () =>
      this.stop({ code: 'aborted', message: 'the run was aborted' });
    const tick = this.#guarded(() => this.#tick(now()));
    const ticker = setInterval(tick, tickMilliseconds);
    signal?.addEventListener('abort', abort);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#settle = { resolve, reject };
        for (const user of this.#users) user.listener = this;
        tick();
        this.#arrivals.start();
      });
    } finally {
      clearInterval(ticker);
      signal?.removeEventListener('abort', abort);
      this.#finish();
    }
  }

  /** Ends at once: nothing more is sent, and requests that wait for an answer stay without one. */
  stop(stopped: Stop): void {
    if (this.#phase === 'done') return;
    this.stopped = stopped;
    this.#finish();
  }

  opened(user: User): void {
    if (user.busy) this.#write(user, now());
  }

  answered(user: User, status: number, body: Buffer | undefined): void {
    this.recorder.answered(user, { status, body, at: now() });
    user.refusals = 0;
    this.#release(user);
  }

  failed(user: User, failure: Failure): void {
    if (!user.busy) return;
    this.recorder.failed(user, failure, now());
    const refused = user.written === 0 || refusals.includes(failure.kind);
    user.refusals = refused ? user.refusals + 1 : 0;
    this.#release(user, refused ? refusalPause(user.refusals) : undefined);
  }

  #send(user: User, intended: number): void {
    if (this.#phase !== 'sending') return;
    const permission = this.#allowance.ask(intended, this.recorder);
    if (permission !== 'yes') {
      this.#drain(intended, permission);
      return;
    }
    if (!this.#measures && intended >= this.recorder.steadyAt) {
      this.#measures = true;
      this.#monitor.restart();
      this.openedBefore = this.#transport.traffic.opened;
    }
    user.begin(intended, this.recorder.phaseOf(intended));
    this.#busy += 1;
    if (user.connection.ready) this.#write(user, intended);
    else user.connection.connect();
  }

  #write(user: User, at: number): void {
    user.written = at;
    this.#written += 1;
    user.connection.send();
    if (this.#options.onAnswer) user.handedOver = now();
  }

  /** The user may send again, after a pause. */
  #release(user: User, pauseMs?: number): void {
    user.busy = false;
    this.#busy -= 1;
    if (this.#phase === 'sending') this.#arrivals.free(user.place, pauseMs);
    else if (this.#busy === 0) this.#finish();
  }

  #tick(at: number): void {
    if (this.#phase === 'done') return;
    this.#monitor.tick(at);
    const deadline = at - this.#timeoutSeconds * 1000;
    for (const user of this.#users) {
      if (user.busy && user.intended <= deadline) this.#expire(user);
    }
    const broken = this.recorder.breakerAt(at);
    if (broken) this.stop(broken);
    if (this.#phase === 'sending') {
      const permission = this.#allowance.ask(at, this.recorder);
      if (permission !== 'yes') this.#drain(at, permission);
    }
    if (at >= this.#drainUntil) this.#finish();
    if (this.#progress.isDue(at - this.beganAt)) this.#report(at);
  }

  #expire(user: User): void {
    user.connection.close();
    const what = user.written > 0 ? 'no whole answer' : 'no connection';
    const message = `${what} within ${this.#timeoutSeconds} s`;
    this.failed(user, { kind: 'timeout', message });
  }

  #report(at: number): void {
    const sending = at < this.recorder.steadyAt ? 'warmup' : 'steady';
    const stop = this.#progress.report({
      phase: this.#phase === 'sending' ? sending : 'drain',
      elapsed: at - this.beganAt,
      written: this.#written,
    });
    if (stop) this.stop(stop);
  }

  /** Sends nothing more and waits for the answers that are still to come. */
  #drain(at: number, reason: 'plan-ended' | Stop): void {
    this.#phase = 'drain';
    this.sentUntil = at;
    if (reason !== 'plan-ended') this.stopped = reason;
    this.#arrivals.stop();
    // Otherwise the requests' own timeouts end it.
    if (this.#timeoutSeconds === Infinity) {
      this.#drainUntil = at + drainMilliseconds;
    }
    if (this.#busy === 0) this.#finish();
  }

  #finish(): void {
    if (this.#phase === 'done') return;
    this.finishedAt = now();
    if (this.#phase === 'sending') this.sentUntil = this.finishedAt;
    this.#phase = 'done';
    this.#arrivals.stop();
    this.ceilingReached = this.#arrivals.heldBack() * 2 > this.#written;
    for (const user of this.#users) {
      // What was never written was never sent.
      if (user.busy && user.written === 0) user.tally.sent -= 1;
      user.connection.close();
    }
    this.client = this.#monitor.stop();
    this.#guarded(() => this.#report(this.finishedAt))();
    this.#settle?.resolve();
  }

  /** What the caller's functions throw ends the run. */
  #guarded<T extends unknown[]>(
    action: (...parameters: T) => void,
  ): (...parameters: T) => void {
    return (...parameters) => {
      try {
        action(...parameters);
      } catch (error) {
        this.#settle?.reject(error);
      }
    };
  }
}
