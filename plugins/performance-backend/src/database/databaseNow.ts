import type { Knex } from 'knex';

/**
 * Milliseconds since 1970 by the clock of the database, the only clock that leases and expiries trust.
 * It also moves within a transaction.
 */
export function databaseNow(knex: Knex): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('(floor(extract(epoch from clock_timestamp()) * 1000))::bigint')
    : knex.raw("cast(unixepoch('subsec') * 1000 as integer)");
}

/** An instant that lies so many milliseconds from now, negative for the past. */
export function databaseNowPlus(knex: Knex, milliseconds: number): Knex.Raw {
  return knex.raw('? + ?', [
    databaseNow(knex),
    knex.raw('cast(? as bigint)', [Math.round(milliseconds)]),
  ]);
}

/** Reads the clock of the database. */
export async function readDatabaseTime(knex: Knex): Promise<Date> {
  const row = await knex.first(knex.raw('? as now', [databaseNow(knex)]));
  return new Date(Number((row as { now: string | number }).now));
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
