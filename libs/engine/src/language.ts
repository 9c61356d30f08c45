import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Trained data: what recipes call them, and where they lie, packed by gzip. */
class TrainedData {
  #sha256: string | undefined;

  constructor(
    readonly name: string,
    readonly file: string,
  ) {}

  /** Digest of the data unpacked. Two readings with equal digests were made with equal data; computed when first asked for. */
  get sha256(): string {
    return (this.#sha256 ??= createHash('sha256').update(gunzipSync(readFileSync(this.file))).digest('hex'));
  }
}

type LanguageCode = 'eng' | 'chi_sim';

const packaged = (code: LanguageCode): TrainedData => new TrainedData(`${code} 4.0.0_best_int`, createRequire(import.meta.url).resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`));
const trainedData = { eng: packaged('eng'), chi_sim: packaged('chi_sim') };
/** docs/decisions/0103: a quarter of the network, and reads as well. Beside Chinese it would take Han for Latin, being as sure as it is of everything. */
const englishAlone = new TrainedData('eng 4.1.0_fast', fileURLToPath(new URL('../data/eng.4.1.0_fast.traineddata.gz', import.meta.url)));

/** What a language is read with where a page is read with all of these. */
export const trainedDataOf = (code: string, codes: readonly string[]): TrainedData => {
  if (!Object.hasOwn(trainedData, code)) throw new Error(`There are no trained data for "${code}"`);
  return code === 'eng' && codes.length === 1 ? englishAlone : trainedData[code as LanguageCode];
};

/** A language the engine can read, by the tag the world uses and the code the reader uses. */
export class EngineLanguage {
  constructor(
    readonly tag: 'en' | 'zh-Hans',
    readonly code: LanguageCode,
    readonly name: string,
    readonly aliases: readonly string[],
  ) {}

  /** Digest of the data it is read with alone. */
  get sha256(): string {
    return trainedDataOf(this.code, [this.code]).sha256;
  }
}

/**
 * In the order in which they are best asked for together: read with Chinese first, English loses next to nothing;
 * read with English first, numbers and marks between Han come out wrong.
 */
export const engineLanguages: readonly EngineLanguage[] = [
  new EngineLanguage('zh-Hans', 'chi_sim', '简体中文', ['chi_sim', 'zh', 'zh-CN', 'zh-SG', 'zh-Hans-CN']),
  new EngineLanguage('en', 'eng', 'English', ['eng', 'en-GB', 'en-US']),
];

const TOGETHER = '+';

/** Languages that a page is read with, as one word, and that word as languages again. */
export const languagesKey = (codes: readonly string[]): string => codes.join(TOGETHER);
export const languagesOfKey = (key: string): string[] => key.split(TOGETHER);

/** Every list of languages that a page can be read with, the weightiest first. */
export const languageLists: readonly (readonly string[])[] = [['chi_sim'], ['eng'], ['chi_sim', 'eng'], ['eng', 'chi_sim']];

/** Name and digest of the data of these languages together, as recipes tell them. */
export const languageData = (codes: readonly string[]): { name: string; sha256: string }[] => codes.map((code) => trainedDataOf(code, codes)).map(({ name, sha256 }) => ({ name, sha256 }));
