import { randomUUID } from 'node:crypto';
import { z } from 'zod/v3';
import { json } from './answer';
import type { Answer } from './answer';
import { ValueError } from './OnnxModel';
import type { OnnxModel } from './OnnxModel';

const datatypes = new Set(
  'BOOL UINT8 UINT16 UINT32 UINT64 INT8 INT16 INT32 INT64 FP16 FP32 FP64 BYTES'.split(
    ' ',
  ),
);

const requestSchema = z.object({
  id: z.string().nullish(),
  inputs: z.array(
    z.object({
      name: z.string(),
      shape: z.array(z.number().int().nonnegative()),
      datatype: z.string(),
      data: z.array(z.unknown()),
    }),
  ),
});

type Input = z.infer<typeof requestSchema>['inputs'][number];

/** Answers the body of an `/infer` request with the shapes of KServe 0.21: 422 has `detail`, all else `error`. */
export async function inferV2(options: {
  model: OnnxModel;
  name: string;
  body: string;
}): Promise<Answer> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(options.body);
  } catch (error) {
    return unprocessable('json_invalid', [], (error as Error).message);
  }
  const request = requestSchema.safeParse(parsed);
  if (!request.success) {
    const [{ path, message }] = request.error.issues;
    const missing = message === 'Required';
    return unprocessable(
      missing ? 'missing' : 'invalid',
      path,
      missing ? 'Field required' : message,
    );
  }
  const { id, inputs } = request.data;
  if (inputs.length === 0) {
    return json(500, { error: 'IndexError : list index out of range' });
  }
  const unknownInput = inputs.find(input => !datatypes.has(input.datatype));
  if (unknownInput) {
    return json(400, {
      error: `invalid datatype ${unknownInput.datatype} in the input`,
    });
  }
  const values = flatten(inputs[0], options.model.features);
  const outputs = await options.model.predict(values);
  return json(200, {
    model_name: options.name,
    model_version: null,
    id: id ?? randomUUID(),
    parameters: null,
    outputs: outputs.map(output => ({ ...output, parameters: null })),
  });
}

function flatten({ shape, data }: Input, features: number): Float32Array {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows < 1 || columns !== features) {
    throw new ValueError(
      `expected an input of shape [rows, ${features}], got [${shape.join(
        ', ',
      )}]`,
    );
  }
  const values = data.flat(1);
  if (values.length !== rows * columns) {
    throw new ValueError(
      `cannot reshape data of ${values.length} values into shape [${shape.join(
        ', ',
      )}]`,
    );
  }
  if (!values.every(Number.isFinite)) {
    throw new ValueError('expected numbers in data');
  }
  return Float32Array.from(values as number[]);
}

function unprocessable(
  type: string,
  path: (string | number)[],
  message: string,
): Answer {
  return json(422, {
    detail: [{ type, loc: ['body', ...path], msg: message }],
  });
}
