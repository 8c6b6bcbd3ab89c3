import { z } from 'zod/v3';

const factors: Record<string, number> = {
  '': 1,
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

const allowed =
  'must be a size such as 500MB, 1GB or 2GiB, or a number of bytes';

/** Bytes of a size such as `1GB` (10⁹) or `1GiB` (2³⁰). Throws when the text is no size. */
export function parseBytes(size: string | number): number {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(String(size).trim());
  const factor = match ? factors[match[2]] : undefined;
  const bytes = match && factor ? Number(match[1]) * factor : NaN;
  if (!Number.isFinite(bytes) || bytes > Number.MAX_SAFE_INTEGER) {
    throw new Error(allowed);
  }
  return Math.round(bytes);
}

export const bytesSchema = z
  .union([z.string(), z.number()], {
    errorMap: () => ({ message: allowed }),
  })
  .transform((value, context) => {
    try {
      return parseBytes(value);
    } catch {
      context.addIssue({ code: z.ZodIssueCode.custom, message: allowed });
      return z.NEVER;
    }
  });
