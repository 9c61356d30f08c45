import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelFile } from './models.js';
import { rewritten } from './onnx/rewrite.js';

export interface NetworkOutput {
  shape: readonly number[];
  values: Float32Array;
}

/** One thread: pages are read side by side in processes, and threads that wait for each other would only burn their cores. */
const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  executionMode: 'sequential',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  // A pattern is kept for every shape that was ever seen, and lines come in every length.
  enableMemPattern: false,
  logSeverityLevel: 3,
};

/** A model with one image as input and one array as output. The one file that knows onnxruntime. */
export class Network {
  private constructor(private readonly session: InferenceSession) {}

  /** With an arena, memory of the largest run so far is kept for the next one: faster, and as large as the largest input. */
  static async load({ name, bytes }: ModelFile, { hasArena }: { hasArena: boolean }): Promise<Network> {
    const open = (model: Uint8Array): Promise<InferenceSession> => InferenceSession.create(model, { ...OPTIONS, enableCpuMemArena: hasArena });
    try {
      // A model that the runtime only takes as it came, for whatever reason, is taken so.
      return new Network(await open(rewritten(bytes)).catch(() => open(bytes)));
    } catch (error) {
      throw new Error(`PP-OCR cannot load the model ${name}. It must be an ONNX file that this onnxruntime knows.`, { cause: error });
    }
  }

  /** Height of the input as the model fixes it, or null when any will do. */
  get inputHeight(): number | null {
    const [input] = this.session.inputMetadata;
    const height = input?.isTensor ? input.shape[2] : null;
    return typeof height === 'number' && height > 0 ? height : null;
  }

  async run(values: Float32Array, shape: readonly [number, number, number, number]): Promise<NetworkOutput> {
    const [input, output] = [this.session.inputNames[0] ?? '', this.session.outputNames[0] ?? ''];
    const { [output]: found } = await this.session.run({ [input]: new Tensor('float32', values, shape) });
    if (!(found?.data instanceof Float32Array)) throw new Error(`PP-OCR expected numbers from ${output}.`);
    return { shape: found.dims, values: found.data };
  }

  async release(): Promise<void> {
    await this.session.release();
  }
}
