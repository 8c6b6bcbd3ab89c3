import type { Entity } from '@backstage/catalog-model';
import { measurementSchema, probePlanSchema } from '@dynoscope/scorecard';
import type { Limits, Probe, ProbeContext, ResolvedAddress } from './probe';

/**
 * What {@link describeProbe} tests a probe with.
 *
 * @public
 */
export interface ProbeFixture {
  /** The probe to test. */
  probe: Probe;
  /** An entity that has at least one subject in the environment. */
  entity: Entity;
  /** Name of the environment. */
  environment: string;
  /** The door; default lets every address through to 127.0.0.1. */
  resolve?(url: string): Promise<ResolvedAddress>;
  /** Ceilings; default 5 connections, 50 requests a second, 5 s, 10 MB. */
  limits?: Limits;
}

const settleMilliseconds = 5000;

/**
 * The contract of a probe as Jest tests: it declares what it emits, plans the same thing twice and within the ceilings,
 * measures only what it declared, obeys the signal, and goes nowhere that the door refuses.
 *
 * @param name - Name of the probe in the test report
 * @param prepare - Makes the fixture once, such as with a server that the probe measures
 * @public
 */
export function describeProbe(
  name: string,
  prepare: () => ProbeFixture | Promise<ProbeFixture>,
): void {
  describe(`the contract of the probe ${name}`, () => {
    let fixture: ProbeFixture;
    const limits = () =>
      fixture.limits ?? { connections: 5, rate: 50, seconds: 5, bytes: 1e7 };
    const subjectsOf = (entity: Entity) =>
      fixture.probe.subjects(entity, fixture.environment, {
        problem: () => {},
      });

    beforeAll(async () => {
      fixture = await prepare();
    });

    it('has an id, and declares every metric once', () => {
      const { id, title, metrics } = fixture.probe;
      expect(id).toMatch(/^[a-z][A-Za-z0-9-]*$/);
      expect(title).not.toBe('');
      const ids = metrics.map(metric => metric.id);
      expect(ids).not.toHaveLength(0);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('finds the same subjects twice, and none where there is nothing', async () => {
      const subjects = await subjectsOf(fixture.entity);
      const ids = subjects.map(({ id }) => id);
      expect(ids).not.toHaveLength(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await subjectsOf(fixture.entity)).toEqual(subjects);
      const { apiVersion, kind } = fixture.entity;
      const bare = { apiVersion, kind, metadata: { name: 'x-without-any' } };
      expect(await subjectsOf(bare)).toEqual([]);
    });

    it('plans the same thing twice, for itself, within the ceilings', async () => {
      const { probe } = fixture;
      for (const subject of await subjectsOf(fixture.entity)) {
        const plan = probePlanSchema.parse(probe.plan(subject, limits()));
        expect(plan).toMatchObject({
          probe: probe.id,
          subject: subject.id,
          address: subject.address,
          effect: probe.effect,
        });
        expect(probePlanSchema.parse(probe.plan(subject, limits()))).toEqual(
          plan,
        );
        for (const key of [
          'connections',
          'rate',
          'seconds',
          'bytes',
        ] as const) {
          expect(plan.max[key]).toBeLessThanOrEqual(limits()[key]);
        }
      }
    });

    it('measures what it declared, of the subject, with evidence that it kept', async () => {
      const { measure, kept, subject } = await start(fixture, limits());
      const measurements = await measure();
      const declared = fixture.probe.metrics.map(
        ({ id, unit }) => `${id} ${unit}`,
      );
      expect(measurements).not.toHaveLength(0);
      for (const each of measurements) {
        const measurement = measurementSchema.parse(each);
        expect(measurement.subject).toBe(subject.id);
        expect(declared).toContain(`${measurement.metric} ${measurement.unit}`);
        expect(kept).toEqual(expect.arrayContaining(measurement.evidenceIds));
      }
    }, 60_000);

    it('ends soon after it was told to', async () => {
      const abort = new AbortController();
      const { measure } = await start(fixture, limits(), {
        signal: abort.signal,
      });
      const ended = measure().then(
        () => 'ended',
        () => 'ended',
      );
      abort.abort(new Error('cancelled'));
      expect(await Promise.race([ended, later()])).toBe('ended');
    }, 30_000);

    it('passes on that the door refuses its address', async () => {
      const refusal = Object.assign(new Error('refused'), {
        code: 'address-not-allowed',
      });
      const { measure } = await start(fixture, limits(), {
        resolve: () => Promise.reject(refusal),
      });
      await expect(measure()).rejects.toMatchObject({ code: refusal.code });
    }, 30_000);
  });
}

async function start(
  { probe, entity, environment, resolve }: ProbeFixture,
  limits: Limits,
  changes: Partial<ProbeContext> = {},
) {
  const [subject] = await probe.subjects(entity, environment, {
    problem: () => {},
  });
  const plan = probe.plan(subject, limits);
  const kept: string[] = [];
  const context: ProbeContext = {
    runId: 'contract',
    plan,
    signal: new AbortController().signal,
    deadline: Date.now() + plan.max.seconds * 1000,
    resolve: resolve ?? throughLoopback,
    progress: () => {},
    evidence: () => {
      kept.push(`evidence-${kept.length}`);
      return kept[kept.length - 1];
    },
    note: () => {},
    fingerprint: () => {},
    validity: () => {},
    command: () => {},
    ...changes,
  };
  return { subject, kept, measure: () => probe.measure(subject, context) };
}

async function throughLoopback(url: string): Promise<ResolvedAddress> {
  const { hostname, port, protocol } = new URL(url);
  const usual = protocol === 'https:' ? 443 : 80;
  return { url, host: hostname, port: Number(port) || usual, ip: '127.0.0.1' };
}

function later(): Promise<string> {
  return new Promise(resolve =>
    setTimeout(() => resolve('still going on'), settleMilliseconds).unref(),
  );
}
