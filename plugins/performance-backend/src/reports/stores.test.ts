import { randomUUID } from 'node:crypto';
import { reportSchema, type Report } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { drafted, latency } from '../__testUtils__/drafted';
import { createReportWriter } from './createReportWriter';
import type { DraftedReport } from './draftReport';
import { EvidenceStore, packEvidence } from './EvidenceStore';
import { MeasurementStore } from './MeasurementStore';
import { OutcomeStore } from './OutcomeStore';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const place = { entityRef: 'component:default/iris', environment: 'demo' };
const series = {
  metric: 'inference.latency',
  statistic: 'p50',
  subject: 'endpoint/iris',
};
const day = (number: number) =>
  `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`;

/** A report whose median was measured on a day of November. */
const measuredOn = (number: number, value = 30, confidence = 1) =>
  drafted({
    at: day(number),
    measurements: [
      latency(value, {
        confidence: { value: confidence, reasons: [] },
        window: { start: day(number), end: day(number) },
      }),
    ],
  });

describe.each(databases.ids)('the stores of reports on %s', id => {
  let knex: Knex;
  let stores: {
    reports: ReportStore;
    measurements: MeasurementStore;
    evidence: EvidenceStore;
    outcomes: OutcomeStore;
  };

  beforeEach(async () => {
    knex = await databases.migrated(id);
    stores = {
      reports: ReportStore.create({ knex }),
      measurements: MeasurementStore.create({ knex }),
      evidence: EvidenceStore.create({ knex }),
      outcomes: OutcomeStore.create({ knex }),
    };
  });

  const write = async (
    each: DraftedReport,
    raw?: { id: string; raw: unknown },
  ) =>
    knex.transaction(async tx => {
      const packed = raw && (await packEvidence(raw.id, raw.raw));
      await createReportWriter(stores)(tx, each, packed ? [packed] : []);
    });

  it('give back what was written, and nothing of what failed half-way', async () => {
    const one = drafted();
    const evidence = { id: randomUUID(), raw: { values: [1, 'ü', '\u0000'] } };
    await write(one, evidence);
    const stored = await stores.reports.get(one.report.id);
    expect(stored).toEqual(JSON.parse(JSON.stringify(one.report)));
    expect(() => reportSchema.parse(stored)).not.toThrow();
    expect(await stores.evidence.get(one.report.id, evidence.id)).toEqual(
      evidence.raw,
    );
    expect(
      await stores.evidence.get(randomUUID(), evidence.id),
    ).toBeUndefined();
    const two = drafted();
    await expect(write(two, evidence)).rejects.toThrow(/unique/i);
    expect(await stores.reports.get(two.report.id)).toBeUndefined();
    expect(await stores.measurements.trend(place, series)).toHaveLength(1);
  });

  it('list reports page by page, newest first, also those of one instant', async () => {
    const written: Report[] = [];
    for (const number of [1, 2, 2, 2, 3]) {
      const each = measuredOn(number);
      await write(each);
      written.push(each.report);
    }
    await write(drafted({ run: { environment: 'live' } }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await stores.reports.list(place, { limit: 2, cursor });
      expect(page.totalItems).toBe(5);
      seen.push(...page.items.map(item => item.id));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(written.map(report => report.id)));
    expect([seen[0], seen[4]]).toEqual([written[4].id, written[0].id]);
    expect((await stores.reports.newest(place))?.id).toBe(written[4].id);
    const all = await stores.reports.list(
      { entityRef: place.entityRef },
      { limit: 9 },
    );
    expect(all.items.map(item => item.environment)).toContain('live');
    expect(all.items[0]).toMatchObject({ trigger: 'user', applicable: 4 });
  });

  it('make a trend of what can be relied on, oldest first', async () => {
    for (const [number, value] of [
      [3, 33],
      [1, 31],
      [2, 32],
    ]) {
      await write(measuredOn(number, value));
    }
    await write(measuredOn(4, 99, 0.3));
    const trend = await stores.measurements.trend(place, series);
    expect(trend.map(({ at, value }) => [at, value])).toEqual([
      [day(1), 31],
      [day(2), 32],
      [day(3), 33],
    ]);
    expect(trend[0]).toMatchObject({
      n: 5000,
      interval: { lower: 30, upper: 32, level: 0.95 },
    });
    const part = { from: day(2), to: day(2) };
    expect(await stores.measurements.trend(place, series, part)).toHaveLength(
      1,
    );
    const newest = await stores.measurements.trend(place, series, { limit: 1 });
    expect(newest).toMatchObject([{ value: 33 }]);
    expect(await stores.measurements.subjects(place, series)).toEqual([
      series.subject,
    ]);
  });

  it('keep the newest conclusive outcome, and add to it what failed later', async () => {
    const known = async () =>
      (await stores.outcomes.list(place)).find(
        ({ checkId }) => checkId === 'inference-latency-p50',
      );
    await write(measuredOn(1, 30));
    const error = { code: 'unreachable' as const, message: 'No answer' };
    await write(drafted({ at: day(2), error }));
    expect(await known()).toMatchObject({
      status: 'pass',
      value: 30,
      measuredAt: day(1),
      lastAttempt: {
        status: 'error',
        reason: expect.stringContaining('No answer'),
        at: day(2),
      },
    });
    await write(measuredOn(3, 80));
    const newest = await known();
    expect(newest).toMatchObject({
      status: 'fail',
      value: 80,
      measuredAt: day(3),
    });
    expect(newest).not.toHaveProperty('lastAttempt');
    const checks = (await stores.outcomes.list(place)).map(
      each => each.checkId,
    );
    expect(checks).not.toContain('gpu-utilization');
  });

  it('shrink a report until it may be kept, and say so', async () => {
    const large = drafted({ data: { text: 'x'.repeat(1_200_000) } });
    expect(large.report.evidence[0]).not.toHaveProperty('data.text');
    expect(large.report.notes).toEqual([
      expect.stringContaining('"Raw" was too large'),
    ]);
    await write(large);
    const endless = {
      ...large.report,
      id: randomUUID(),
      notes: ['x'.repeat(1_100_000)],
    };
    await expect(
      knex.transaction(tx => stores.reports.write(tx, endless)),
    ).rejects.toThrow(/more than 1048576/);
    expect(await packEvidence('id', 'x'.repeat(9_000_000))).toBeUndefined();
  });
});
