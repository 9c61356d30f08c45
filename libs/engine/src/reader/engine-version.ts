import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const versionOf = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;

/** The packages that read, with their versions. Tesseract's own version is known only after the first page. */
export const engineVersion = `tesseract.js ${versionOf('tesseract.js')}, tesseract.js-core ${versionOf('tesseract.js-core')} simd-lstm`;
