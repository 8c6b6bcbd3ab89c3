import { json } from './answer';
import type { Answer } from './answer';
import { ValueError } from './OnnxModel';
import type { ModelOutput, OnnxModel } from './OnnxModel';

/** Answers the body of a `:predict` request with the texts of KServe 0.21. */
export async function predictV1(
  model: OnnxModel,
  body: string,
): Promise<Answer> {
  let request: { instances?: unknown };
  try {
    request = JSON.parse(body);
  } catch (error) {
    return json(400, {
      error: `Unrecognized request format: ${(error as Error).message}`,
    });
  }
  const instances = request?.instances;
  if (instances === undefined) {
    return json(500, { error: "KeyError : 'instances'" });
  }
  if (!Array.isArray(instances)) {
    return json(400, { error: 'Expected "instances" to be a list' });
  }
  const outputs = await model.predict(flatten(instances, model.features));
  return json(200, {
    predictions: instances.map((_, row) => prediction(outputs, row)),
  });
}

function flatten(instances: unknown[], features: number): Float32Array {
  if (instances.length === 0) {
    throw new ValueError('found 0 instances while at least 1 is required');
  }
  const values = new Float32Array(instances.length * features);
  instances.forEach((instance, row) => {
    if (!Array.isArray(instance) || instance.length !== features) {
      const found = Array.isArray(instance)
        ? `${instance.length} values`
        : typeof instance;
      throw new ValueError(
        `expected instances of ${features} numbers, instance ${row} has ${found}`,
      );
    }
    if (!instance.every(Number.isFinite)) {
      throw new ValueError(
        `expected instances of ${features} numbers, instance ${row} has something else`,
      );
    }
    values.set(instance, row * features);
  });
  return values;
}

/** One row of every output, keyed by the output's name where there are several. */
function prediction(outputs: ModelOutput[], row: number): unknown {
  const cells = outputs.map(({ name, shape, data }) => {
    const width = data.length / shape[0];
    const values = data.slice(row * width, (row + 1) * width);
    return [name, shape.length === 1 ? values[0] : values] as const;
  });
  return cells.length === 1 ? cells[0][1] : Object.fromEntries(cells);
}
