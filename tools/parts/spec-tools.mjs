import { spawnSync } from 'node:child_process';

const tools = { pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdfimages: 'poppler-utils', pdftoppm: 'poppler-utils', qpdf: 'qpdf', tesseract: 'tesseract-ocr', python3: 'python3', 'redis-server': 'redis-server' };

const missing = () => Object.keys(tools).filter((tool) => spawnSync(tool, ['--version']).error);

/** What judges the PDFs we write independently of what wrote them, poppler and qpdf, the system's tesseract for the reader that drives it, Python for the second verifier of the audit log, and a Redis for the limiter on one: installed, or brought through apt. Never a silent skip. */
export const ensureSpecTools = (say) => {
  if (missing().length > 0 && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    say("installing Debian's poppler-utils, qpdf, tesseract-ocr, python3 and redis-server for the specs");
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...new Set(Object.values(tools))], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  const still = missing();
  if (still.length > 0) throw new Error(`The specs need ${still.join(', ')}. Install them (Debian: apt-get install poppler-utils qpdf tesseract-ocr python3 redis-server; macOS: brew install poppler qpdf tesseract python redis).`);
};
