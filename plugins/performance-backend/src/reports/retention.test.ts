import { randomUUID } from 'node:crypto';
import { testDatabases } from '../__testUtils__/databases';
import { drafted } from '../__testUtils__/drafted';
import { databaseNowPlus } from '../database/databaseNow';
import { createReportWriter } from './createReportWriter';
import { EvidenceStore, packEvidence } from './EvidenceStore';
import { MeasurementStore } from './MeasurementStore';
import { OutcomeStore } from './OutcomeStore';
import { ReportStore } from './ReportStore';
import { deleteExpired } from './retention';

jest.setTimeout(60_000);

const databases = testDatabases();
const hour = 3600;

describe.each(databases.ids)('retention on %s', id => {
  it('deletes what is old with all that hangs on it, and keeps the newest report of a place', async () => {
    const knex = await databases.migrated(id);
    const write = createReportWriter({
      reports: ReportStore.create({ knex }),
      measurements: MeasurementStore.create({ knex }),
      evidence: EvidenceStore.create({ knex }),
      outcomes: OutcomeStore.create({ knex }),
    });
    const written: string[] = [];
    for (const [hours, environment] of [
      [-30, 'demo'],
      [-20, 'demo'],
      [-2, 'demo'],
      [-50, 'live'],
    ] as const) {
      const each = drafted({ run: { environment } });
      const raw = await packEvidence(randomUUID(), { hours });
      const { id: reportId, run } = each.report;
      const created_at = databaseNowPlus(knex, hours * hour * 1000);
      await knex.transaction(tx => write(tx, each, [raw!]));
      await knex('reports').where({ id: reportId }).update({ created_at });
      await knex('evidence')
        .where({ report_id: reportId })
        .update({ created_at });
      await knex('runs').insert({
        id: run.id,
        entity_ref: '',
        environment,
        state: 'succeeded',
        trigger: 'user',
        requested_by: '',
        plan: '',
        progress: '',
        created_at,
      });
      written.push(reportId);
    }
    const plans = { entity_ref: '', document: '' };
    await knex('plans').insert([
      { id: 'old', ...plans, expires_at: databaseNowPlus(knex, -1) },
      { id: 'new', ...plans, expires_at: databaseNowPlus(knex, 60_000) },
    ]);

    const retention = { reportsSeconds: 24 * hour, evidenceSeconds: 5 * hour };
    expect(await deleteExpired({ knex, retention })).toBe(3 + 1 + 1 + 1);

    const left = written.slice(1).sort();
    expect((await knex('reports').pluck('id')).sort()).toEqual(left);
    expect((await knex('measurements').pluck('report_id')).sort()).toEqual(
      left,
    );
    expect(await knex('evidence').pluck('report_id')).toEqual([written[2]]);
    expect(await knex('runs').pluck('id')).toHaveLength(3);
    expect(await knex('plans').pluck('id')).toEqual(['new']);
    expect(
      (await knex('latest_outcomes').pluck('environment')).sort(),
    ).toContain('live');
    expect(await deleteExpired({ knex, retention })).toBe(0);
  });

  it('keeps the runs of a day, which its budget is counted by, though reports go sooner', async () => {
    const knex = await databases.migrated(id);
    for (const hours of [-2, -25]) {
      await knex('runs').insert({
        id: `${hours}`,
        entity_ref: '',
        environment: '',
        state: 'cancelled',
        trigger: 'user',
        requested_by: '',
        plan: '',
        progress: '',
        created_at: databaseNowPlus(knex, hours * hour * 1000),
      });
    }
    const retention = { reportsSeconds: hour, evidenceSeconds: hour };
    expect(await deleteExpired({ knex, retention })).toBe(1);
    expect(await knex('runs').pluck('id')).toEqual(['-2']);
  });

  it('stops between two batches when it is told to', async () => {
    const knex = await databases.migrated(id);
    const signal = AbortSignal.abort();
    const retention = { reportsSeconds: 0, evidenceSeconds: 0 };
    await knex('plans').insert({
      id: 'old',
      entity_ref: '',
      document: '',
      expires_at: 0,
    });
    expect(await deleteExpired({ knex, retention, signal })).toBe(0);
  });
});
