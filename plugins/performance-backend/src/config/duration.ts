import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type JsonValue } from '@backstage/types';
import { z } from 'zod/v3';

const allowed = "must be a duration such as { minutes: 15 }, '15m' or 'PT15M'";

/** Seconds of a duration, in every form that Backstage takes. */
export const durationSchema = z
  .union([z.string(), z.record(z.unknown())], {
    errorMap: () => ({ message: allowed }),
  })
  .transform((value, context): number => {
    try {
      const reader = new ConfigReader({ duration: value as JsonValue });
      const seconds =
        durationToMilliseconds(
          readDurationFromConfig(reader, { key: 'duration' }),
        ) / 1000;
      if (Number.isFinite(seconds) && seconds >= 0) return seconds;
    } catch {
      // explained below
    }
    context.addIssue({ code: z.ZodIssueCode.custom, message: allowed });
    return z.NEVER;
  });
