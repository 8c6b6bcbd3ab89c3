import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Knex } from 'knex';
import { databaseNow } from '../database/databaseNow';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Bytes of JSON of one piece; more is not kept. */
const mostBytes = 8 * 1024 * 1024;

/** Raw material of a probe, ready to be written. */
export interface RawEvidence {
  id: string;
  content: Buffer;
}

/** Compresses raw material before the transaction that writes it; `undefined` when it is too large to keep. */
export async function packEvidence(
  id: string,
  raw: unknown,
): Promise<RawEvidence | undefined> {
  const json = Buffer.from(JSON.stringify(raw));
  if (json.length > mostBytes) return undefined;
  return { id, content: await compress(json) };
}

/** Raw material kept with reports, compressed. */
export class EvidenceStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): EvidenceStore {
    return new EvidenceStore(options.knex);
  }

  async write(
    tx: Knex.Transaction,
    reportId: string,
    evidence: RawEvidence[],
  ): Promise<void> {
    for (const { id, content } of evidence) {
      await tx('evidence').insert({
        id,
        report_id: reportId,
        content,
        created_at: databaseNow(tx),
      });
    }
  }

  /** The raw material, `undefined` when there is none or it was kept long enough. */
  async get(reportId: string, id: string): Promise<unknown | undefined> {
    const row = await this.knex('evidence')
      .first('content')
      .where({ id, report_id: reportId });
    return row && JSON.parse(String(await decompress(row.content)));
  }
}
