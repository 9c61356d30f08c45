import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

const resolve = createRequire(import.meta.url).resolve;

/** `best_int` throughout: the packages hold no smaller LSTM data, and the legacy half of `4.0.0` would never be used. */
export const languageFile = (code: string): string => resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`);

/** A language the engine can read, by the tag the world uses and the code the reader uses. */
export class EngineLanguage {
  #sha256: string | undefined;

  constructor(
    readonly tag: 'en' | 'zh-Hans',
    readonly code: 'eng' | 'chi_sim',
    readonly name: string,
    readonly aliases: readonly string[],
  ) {}

  /** Digest of the unpacked language data. Two readings with equal digests were made with equal data; computed when first asked for. */
  get sha256(): string {
    return (this.#sha256 ??= createHash('sha256').update(gunzipSync(readFileSync(languageFile(this.code)))).digest('hex'));
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

/** Name and digest of the data of these languages, as recipes tell them. */
export const languageData = (codes: readonly string[]): { name: string; sha256: string }[] =>
  codes.flatMap((code) => engineLanguages.filter((language) => language.code === code).map(({ sha256 }) => ({ name: `${code} 4.0.0_best_int`, sha256 })));
