import type { Change, Deployment } from '@dynoscope/scorecard';

type Field = string | number | undefined;

/** Fields of a manifest that are among the facts of a deployment. */
const fields: [
  pointer: RegExp,
  read: (facts: Deployment) => Field,
  name: string,
][] = [
  [
    /^\/spec\/predictor\/minReplicas$/,
    facts => facts.minReplicas,
    'minReplicas',
  ],
  [
    /^\/spec\/predictor\/maxReplicas$/,
    facts => facts.maxReplicas,
    'maxReplicas',
  ],
  [
    /^\/spec\/predictor\/containerConcurrency$/,
    facts => facts.containerConcurrency,
    'containerConcurrency',
  ],
  [
    /^\/spec\/predictor\/batcher\/maxBatchSize$/,
    facts => facts.batcher?.maxBatchSize,
    'batcher.maxBatchSize',
  ],
  [
    /^\/spec\/predictor\/batcher\/maxLatency$/,
    facts => facts.batcher?.maxLatency,
    'batcher.maxLatency',
  ],
  [
    /^\/spec\/predictor\/batcher(\/|$)/,
    facts => facts.batcher && 'there',
    'batcher',
  ],
  ...(['requests', 'limits'] as const).flatMap(kind =>
    ['cpu', 'memory'].map(
      (resource): [RegExp, (facts: Deployment) => Field, string] => [
        new RegExp(`^/spec/predictor/.*resources/${kind}/${resource}$`),
        facts => facts.resources?.[kind]?.[resource],
        `resources.${kind}.${resource}`,
      ],
    ),
  ),
];

/** Whether a manifest has the values of a change; `undefined` when none of them is among its facts. */
export function showsChanges(
  deployment: Deployment,
  changes: readonly Change[],
): boolean | undefined {
  const known = changes.flatMap(({ path, value }) => {
    const field = fields.find(([pointer]) => pointer.test(path));
    return field ? [{ wanted: value, found: field[1](deployment) }] : [];
  });
  if (known.length === 0) return undefined;
  return known.every(({ wanted, found }) =>
    wanted === undefined
      ? found === undefined
      : String(found) === String(wanted),
  );
}

/** Facts that changed although no change names them, such as `resources.limits.cpu`. */
export function unpromisedChanges(options: {
  before: Deployment;
  after: Deployment;
  changes: readonly Change[];
}): string[] {
  const { before, after, changes } = options;
  return fields.flatMap(([pointer, read, name]) =>
    read(before) === read(after) ||
    changes.some(({ path }) => pointer.test(path))
      ? []
      : [name],
  );
}
