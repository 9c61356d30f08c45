import { createRequire } from 'node:module';
import type { GreyImage } from '../../image/grey-image.js';
import type { Rotation } from '../../reading.js';
import type { FoundBlock } from '../../text/found.js';
import { TextReader, type ReadSettings, type ThreadsAtMost } from '../text-reader.js';
import { composeBlocks } from './compose-blocks.js';
import { detect } from './detector.js';
import { charactersOf, readModels, type Models } from './models.js';
import { Network } from './network.js';
import { GRAPH_VERSION } from './onnx/rewrite.js';
import { orientationOf } from './orientation.js';
import { levelPiece } from './pieces.js';
import { readLines } from './read-lines.js';
import { Recogniser } from './recogniser.js';
import { slantOf } from './slant.js';
import type { TextBox } from './text-box.js';
import { withoutTexture } from './texture.js';
import { TwoRecognisers } from './two-recognisers.js';
import { wordsOf } from './words.js';

const { version: RUNTIME_VERSION } = createRequire(import.meta.url)('onnxruntime-node/package.json') as { version: string };

export interface PpocrOptions extends Partial<ThreadsAtMost> {
  /** A folder with other PP-OCR models; the packaged ones of version 4 mobile when it is not given. */
  models?: string;
}

/** Reads with PP-OCR's networks: one finds lines, one reads them. Made for Chinese and for the world as it is photographed. */
export class PpocrReader extends TextReader {
  readonly name = 'ppocr';
  readonly version: string;
  readonly #characters: readonly string[];
  readonly #data: readonly { name: string; sha256: string }[];
  readonly #recogniser: Recogniser;
  /** For when a core is free for the second. */
  readonly #two: TwoRecognisers | undefined;
  readonly #found = new WeakMap<GreyImage, Promise<TextBox[]>>();

  private constructor(
    models: Models,
    private readonly detector: Network,
    recogniser: Network,
    private readonly direction: Network,
    threads: number,
  ) {
    super();
    this.version = `onnxruntime-node ${RUNTIME_VERSION}, ${models.detector.name}, ${models.recogniser.name}, graph ${GRAPH_VERSION}`;
    this.#characters = charactersOf(models.characters);
    this.#recogniser = new Recogniser(recogniser, this.#characters);
    if (threads > 1) this.#two = new TwoRecognisers(this.#recogniser, { model: models.recogniser, characters: this.#characters });
    this.#data = Object.values(models).map(({ name, sha256 }) => ({ name, sha256 }));
  }

  static async start({ models: folder, threads = 1 }: PpocrOptions = {}): Promise<PpocrReader> {
    const models = readModels(folder);
    const detector = await Network.load(models.detector, { hasArena: true });
    const recogniser = await Network.load(models.recogniser, { hasArena: true });
    return new PpocrReader(models, detector, recogniser, await Network.load(models.direction, { hasArena: false }), threads);
  }

  /** The same for all languages: one network reads Chinese and English. */
  data(): { name: string; sha256: string }[] {
    return [...this.#data];
  }

  async read(image: GreyImage, { threads }: Pick<ReadSettings, 'threads'> = { threads: 1 }): Promise<FoundBlock[]> {
    const boxes = await this.#boxes(image);
    const lines = await readLines((threads > 1 && this.#two) || this.#recogniser, image, boxes);
    const slant = slantOf(boxes);
    const pieces = lines.map((line) => levelPiece(line.box, slant, withoutTexture(wordsOf(line)))).filter(({ words }) => words.length > 0);
    return composeBlocks(pieces);
  }

  /** Clockwise degrees by which the image must be turned to stand upright. */
  override async orientation(image: GreyImage): Promise<Rotation> {
    return orientationOf({ direction: this.direction, recogniser: this.#recogniser }, image, await this.#boxes(image));
  }

  /** An upright page is asked for its orientation and then read; its lines are looked for once. */
  #boxes(image: GreyImage): Promise<TextBox[]> {
    const boxes = this.#found.get(image) ?? detect(this.detector, image);
    this.#found.set(image, boxes);
    return boxes;
  }

  async stop(): Promise<void> {
    await Promise.all([this.detector.release(), this.#recogniser.release(), this.direction.release(), this.#two?.release()]);
  }
}
