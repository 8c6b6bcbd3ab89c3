import type {
  GenerateRequest,
  GenerateResponse,
  LintRequest,
  LintResponse,
} from '@dynoscope/scorecard';
import type { OnBehalf } from '../runs/RunService';

/** Makes and checks manifests; nothing of it is stored. */
export interface GenerateService {
  /**
   * With a report and a check the change that mends the miss, in the manifest as it is now; else a new deployment.
   * Throws an error with a code for what cannot be made.
   */
  generate(
    generator: string,
    request: GenerateRequest,
    options: OnBehalf,
  ): Promise<GenerateResponse>;
  /** Findings of documents, and the documents with every fix. */
  lint(request: LintRequest): Promise<LintResponse>;
}
