import type {
  List,
  Report,
  ReportSummary,
  Scorecard,
  Trend,
  TrendQuery,
} from '@dynoscope/scorecard';
import type { OnBehalf } from '../runs/RunService';

/** Reads scorecards, reports, trends and evidence. Each throws when there is no such thing. */
export interface ReportService {
  /** The newest conclusive outcome of each check and subject, whichever run made it. */
  scorecard(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<Scorecard>;
  /** Reports of an entity, newest first. */
  list(
    entityRef: string,
    options: OnBehalf & {
      environment?: string;
      limit: number;
      cursor?: string;
    },
  ): Promise<List<ReportSummary>>;
  /** The newest report of an entity. */
  newest(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<Report>;
  /** The values of one metric by time. */
  trend(
    entityRef: string,
    options: OnBehalf & { query: TrendQuery },
  ): Promise<Trend>;
  get(id: string, options: OnBehalf): Promise<Report>;
  /** Raw material of a report. */
  evidence(
    reportId: string,
    evidenceId: string,
    options: OnBehalf,
  ): Promise<unknown>;
}
