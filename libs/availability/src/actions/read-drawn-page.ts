import { api, createClient, ProblemError, type Call } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import { printLines } from '@inkproof/platform';
import { isWhatWasDrawn, linesFrom, PAGE_RANDOM_BYTES } from '../model/drawn-page.js';

const READ_EVERY_MS = 5 * 60_000;
const ANSWER_WITHIN_MS = 15_000;

/** What was met instead of what was drawn. Announced work is no fault of recognition: the ledger has it from its window. */
const metBy = (error: unknown): string | null => {
  if (error instanceof ProblemError) return error.problem.code === 'maintenance.in_progress' ? null : error.problem.code;
  return (error as Error).name === 'TimeoutError' ? 'no_answer_in_time' : 'no_answer';
};

/**
 * Whether recognition reads: a page of words that were drawn by lot goes by the door that tenants use to whichever readers
 * there are, and has to come back as text. Every few minutes while it does, and at every look until it does again.
 */
export class ReadDrawnPage {
  readonly #call: Call;
  #readAt: number | undefined;

  constructor(
    baseUrl: string,
    key: () => Promise<string>,
    private readonly clock: Clock,
  ) {
    this.#call = createClient({ baseUrl, headers: async () => ({ authorization: `Bearer ${await key()}` }) });
  }

  async look(): Promise<string | null> {
    const now = this.clock.now().getTime();
    if (this.#readAt !== undefined && now - this.#readAt < READ_EVERY_MS) return null;
    const met = await this.#read().catch(metBy);
    this.#readAt = met === null ? now : undefined;
    return met;
  }

  async #read(): Promise<string | null> {
    const lines = linesFrom(crypto.getRandomValues(new Uint8Array(PAGE_RANDOM_BYTES)));
    const file = new Blob([new Uint8Array(await printLines(lines))], { type: 'image/png' });
    const { text } = await this.#call(api.recognitions.create, { file, fileName: 'probe.png', options: { languages: 'en' }, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return isWhatWasDrawn(lines, text) ? null : 'misread';
  }
}
