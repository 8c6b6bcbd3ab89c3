import type { InferenceSession } from 'onnxruntime-node';

type Runtime = typeof import('onnxruntime-node');

/** One named result: as many rows as went in, flat. */
export interface ModelOutput {
  name: string;
  datatype: string;
  shape: number[];
  data: (number | string | boolean)[];
}

/** What a tensor is, in the words of the Open Inference protocol; -1 is the batch. */
export interface TensorInfo {
  name: string;
  datatype: string;
  shape: number[];
}

/** A mistake in the values of a request, which KServe answers with HTTP 500. */
export class ValueError extends Error {}

const datatypes: Record<string, string> = {
  float32: 'FP32',
  float64: 'FP64',
  int64: 'INT64',
  int32: 'INT32',
  bool: 'BOOL',
  string: 'BYTES',
};

/** An ONNX model with one input of shape [rows, features]. */
export class OnnxModel {
  readonly features: number;

  private constructor(
    private readonly session: InferenceSession,
    private readonly runtime: Runtime,
    readonly inputs: TensorInfo[],
    readonly outputs: TensorInfo[],
  ) {
    this.features = inputs[0].shape[1];
  }

  /** @throws Error that names the file where it is no such model, or the machine where ONNX Runtime does not run. */
  static async load(file: string): Promise<OnnxModel> {
    const runtime = await import('onnxruntime-node').catch(error => {
      throw new Error(
        `onnxruntime-node does not run on ${process.platform}-${process.arch} (${error.message})`,
      );
    });
    const session = await runtime.InferenceSession.create(file, {
      // A request of a small model is faster on one thread than handed to several.
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    }).catch(error => {
      throw new Error(`${file}: cannot be loaded (${error.message})`);
    });
    const inputs = session.inputMetadata.map(describe);
    if (
      inputs.length !== 1 ||
      inputs[0].datatype !== 'FP32' ||
      inputs[0].shape.length !== 2 ||
      inputs[0].shape[1] < 1
    ) {
      throw new Error(
        `${file}: expected a model with one float32 input of shape [rows, features]`,
      );
    }
    const outputs = session.outputMetadata.map(describe);
    return new OnnxModel(session, runtime, inputs, outputs);
  }

  /** @param values - row after row, as many as the features each. */
  async predict(values: Float32Array): Promise<ModelOutput[]> {
    const [{ name }] = this.inputs;
    const shape = [values.length / this.features, this.features];
    const results = await this.session.run({
      [name]: new this.runtime.Tensor('float32', values, shape),
    });
    return this.outputs.map(output => ({
      name: output.name,
      datatype: output.datatype,
      shape: [...results[output.name].dims],
      data: Array.from(results[output.name].data as Iterable<unknown>, plain),
    }));
  }
}

function describe(value: InferenceSession.ValueMetadata): TensorInfo {
  if (!value.isTensor) {
    return { name: value.name, datatype: value.name, shape: [] };
  }
  return {
    name: value.name,
    datatype: datatypes[value.type] ?? value.type,
    shape: value.shape.map(size => (typeof size === 'number' ? size : -1)),
  };
}

function plain(value: unknown): number | string | boolean {
  return typeof value === 'bigint'
    ? Number(value)
    : (value as number | string | boolean);
}
