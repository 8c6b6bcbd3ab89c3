import type {
  Experiment,
  ExperimentRequest,
  List,
  RemedyRecord,
} from '@dynoscope/scorecard';
import type { OnBehalf } from '../runs/RunService';

/** Records, measures, shows, undoes and abandons experiments. */
export interface ExperimentService {
  /** Records a remedy that was applied or proposed. The same one again answers the first. */
  create(request: ExperimentRequest, options: OnBehalf): Promise<Experiment>;
  /** Throws when there is no such experiment. */
  get(id: string, options: OnBehalf): Promise<Experiment>;
  /** Those of an entity, newest first. */
  list(
    entityRef: string,
    options: OnBehalf & { environment?: string },
  ): Promise<List<Experiment>>;
  /** Asks for a measurement, the first or another one. Throws when it cannot be measured, or production is not confirmed. */
  measure(
    id: string,
    options: OnBehalf & { confirm?: string },
  ): Promise<Experiment>;
  /** Puts the change back. Throws when the portal cannot, or what was changed has been changed since. */
  undo(id: string, options: OnBehalf): Promise<Experiment>;
  /** Ends an experiment that has no verdict; its change stays. */
  abandon(id: string, options: OnBehalf): Promise<Experiment>;
  /** How each remedy fared, over all entities. */
  records(): Promise<List<RemedyRecord>>;
}
