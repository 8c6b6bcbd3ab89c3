import type { Versions } from '@dynoscope/scorecard';
import type { InferenceServiceOptions } from '../generators/inferenceService/options';

/** What is varied, every value with every value of every other. */
export const matrixFactors = {
  latencyClass: ['small', 'medium', 'large', 'llm'],
  profile: ['cpu', 'gpu'],
  form: ['keda', 'external', 'hpa', 'none'],
  batcher: [false, true],
  disruptionBudget: [false, true],
  networkPolicy: [false, true],
  protocolVersion: ['v1', 'v2'],
  kserve: ['0.15', '0.16', '0.20'],
  load: [false, true],
} as const;

type Factors = typeof matrixFactors;

/** One choice for each factor. */
export type MatrixChoice = { [F in keyof Factors]: Factors[F][number] };

/** One deployment of the matrix. */
export interface MatrixRow {
  choice: MatrixChoice;
  options: InferenceServiceOptions;
  versions: Versions;
}

/** What a batcher goes with is all that is not free to combine. */
export function isPossible(choice: Partial<MatrixChoice>): boolean {
  return !(
    choice.batcher &&
    (choice.latencyClass === 'llm' || choice.protocolVersion === 'v2')
  );
}

const factors = Object.keys(matrixFactors) as (keyof Factors)[];

/** Every pair of values of two factors that can go together. */
export function possiblePairs(): Partial<MatrixChoice>[] {
  return factors.flatMap((one, index) =>
    factors
      .slice(index + 1)
      .flatMap(other =>
        (matrixFactors[one] as readonly unknown[]).flatMap(first =>
          (matrixFactors[other] as readonly unknown[])
            .map(second => ({ [one]: first, [other]: second }))
            .filter(isPossible),
        ),
      ),
  );
}

/** Whether a choice makes all of another. */
export function covers(
  choice: Partial<MatrixChoice>,
  pair: Partial<MatrixChoice>,
): boolean {
  return factors.every(
    factor => !(factor in pair) || choice[factor] === pair[factor],
  );
}

/**
 * Deployments in which every possible pair of options is met at least once; always the same ones. Names are `matrix-1` and so
 * on, in one namespace.
 */
export function inferenceServiceMatrix(
  settings: { namespace?: string } = {},
): MatrixRow[] {
  const { namespace = 'mlops' } = settings;
  const rows: MatrixChoice[] = [];
  let open = possiblePairs();
  while (open.length > 0) {
    const choice = chooseFor(open);
    rows.push(choice);
    open = open.filter(pair => !covers(choice, pair));
  }
  return rows.map((choice, index) =>
    rowOf(choice, `matrix-${index + 1}`, namespace),
  );
}

/** Starts from the first open pair and gives each further factor the value that closes most open ones. */
function chooseFor(open: Partial<MatrixChoice>[]): MatrixChoice {
  return factors.reduce<Partial<MatrixChoice>>(
    (choice, factor) =>
      factor in choice ? choice : extend(choice, factor, open),
    open[0],
  ) as MatrixChoice;
}

function extend(
  choice: Partial<MatrixChoice>,
  factor: keyof Factors,
  open: Partial<MatrixChoice>[],
): Partial<MatrixChoice> {
  const closes = (candidate: Partial<MatrixChoice>) =>
    open.filter(pair => covers(candidate, pair)).length;
  return (matrixFactors[factor] as readonly unknown[])
    .map(value => ({ ...choice, [factor]: value }))
    .filter(isPossible)
    .reduce((best, next) => (closes(next) > closes(best) ? next : best));
}

function rowOf(
  choice: MatrixChoice,
  name: string,
  namespace: string,
): MatrixRow {
  const { form, batcher, networkPolicy, load, kserve } = choice;
  return {
    choice,
    versions: { kserve },
    options: {
      name,
      namespace,
      owner: 'group:default/team-search',
      description: 'One row of the matrix',
      latencyClass: choice.latencyClass,
      profile: choice.profile,
      protocolVersion: choice.protocolVersion,
      storageUri: `s3://models/${name}`,
      autoscaling: { form },
      batcher: { enabled: batcher },
      disruptionBudget: choice.disruptionBudget,
      ...(networkPolicy && {
        networkPolicy: { fromNamespaces: ['istio-system'] },
      }),
      ...(load && { serviceMs: 20, slots: 4, usualRate: 200, peakRate: 900 }),
    },
  };
}
