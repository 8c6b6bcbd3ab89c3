import { Breaker } from './Breaker';
import type { Failure } from './errorKinds';
import type { AnswerRecord } from './LoadOptions';
import type { LoadPlan } from './plan';
import { createAnswerJudge } from './protocol/answerJudge';
import { protocolOf } from './protocol/detectProtocol';
import { Series } from './Series';
import type { Stop } from './Stop';
import { Tally } from './Tally';
import type { User } from './User';

/** Judges what comes back and keeps the numbers of a run. Times in ms of the run's clock. */
export class Recorder {
  readonly #judge: ReturnType<typeof createAnswerJudge>;
  readonly #breaker?: Breaker;
  readonly #beganAt: number;
  readonly #onAnswer?: (answer: AnswerRecord) => void;

  readonly warmup = new Tally();
  readonly steady = new Tally();
  readonly series = new Series();
  /** When the measured phase begins. */
  readonly steadyAt: number;
  /** When the last good answer of the measured phase came. */
  answeredUntil = 0;

  constructor(options: {
    plan: LoadPlan;
    beganAt: number;
    onAnswer?: (answer: AnswerRecord) => void;
  }) {
    const { plan, beganAt } = options;
    this.#judge = createAnswerJudge(protocolOf(plan.protocol));
    if (plan.breaker) this.#breaker = new Breaker(plan.breaker);
    this.#beganAt = beganAt;
    this.#onAnswer = options.onAnswer;
    this.steadyAt = beganAt + plan.warmupSeconds * 1000;
  }

  /** The phase that a request sent at this time belongs to. */
  phaseOf(sentAt: number): Tally {
    return sentAt < this.steadyAt ? this.warmup : this.steady;
  }

  answered(
    user: User,
    answer: { status: number; body: Buffer | undefined; at: number },
  ): void {
    const { status, body, at } = answer;
    const failure = this.#judge(status, body);
    if (failure) this.failed(user, failure, at);
    else {
      const latency = at - user.intended;
      user.tally.succeed(latency, at - user.written);
      this.#breaker?.count(at, false);
      if (user.tally === this.steady) {
        this.series.succeed(at - this.steadyAt, latency);
        this.answeredUntil = at;
      }
    }
    if (this.#onAnswer && user.tally === this.steady) {
      this.#onAnswer(this.#recordOf(user, status, at));
    }
  }

  failed(user: User, failure: Failure, at: number): void {
    user.tally.fail(failure);
    this.#breaker?.count(at, true);
    if (user.tally === this.steady) this.series.fail(at - this.steadyAt);
  }

  /** Why the target must be left alone, if it must. */
  breakerAt(at: number): Stop | undefined {
    return this.#breaker?.check(at);
  }

  #recordOf(user: User, status: number, at: number): AnswerRecord {
    const { firstByteAt } = user.connection;
    return {
      offset: user.intended - this.#beganAt,
      latency: at - user.intended,
      connecting: user.written - user.intended,
      writing: user.handedOver - user.written,
      waiting: firstByteAt - user.handedOver,
      reading: at - firstByteAt,
      status,
    };
  }
}
