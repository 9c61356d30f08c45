import type { Recognition } from '@inkproof/contract';
import type { Reading } from '@inkproof/engine';
import type { Id } from '@inkproof/kernel';
import { billPages } from './billing.js';
import { showFailedPage, showPage, showRecipe } from './show-page.js';

/** Everything about a recognition that is not in the reading itself. */
export interface Circumstances {
  id: Id<'rec'>;
  requestId: string;
  jobId: Id<'job'> | null;
  createdAt: Date;
  tag: string | null;
  channel: 'api' | 'console';
  environment: 'live' | 'test';
  /** BCP 47, as read with. */
  languages: string[];
  retention: Recognition['retention'];
  durationMs: number;
}

/** The answer to a call, before the further forms that it may have asked for. */
export const describe = (reading: Reading, { id, requestId, jobId, createdAt, tag, channel, environment, languages, retention, durationMs }: Circumstances): Recognition => {
  const billing = billPages(reading.pages, environment);
  const { mediaType, pages, frames } = reading.document;
  return {
    id,
    status: reading.failedPages.length ? 'partial' : 'succeeded',
    request_id: requestId,
    job: jobId,
    created_at: createdAt.toISOString(),
    tag,
    channel,
    languages,
    document: { media_type: mediaType, pages, frames },
    text: reading.pages.map(({ text }) => text).join('\f'),
    confidence: meanConfidence(reading.pages),
    pages: reading.pages.map(showPage),
    failed_pages: reading.failedPages.map(showFailedPage),
    outputs: [],
    usage: { pages: reading.pages.length, billed_pages: billing.filter(({ billed }) => billed).length, billing },
    recipe: showRecipe(reading.recipe),
    retention,
    duration_ms: durationMs,
    advisory: true,
  };
};

/** The mean over the pages that have words, each page weighing what it holds. */
const meanConfidence = (pages: readonly { text: string; confidence: number | null }[]): number | null => {
  const read = pages.filter((page): page is { text: string; confidence: number } => page.confidence !== null);
  const weight = read.reduce((sum, { text }) => sum + text.length, 0);
  return weight ? read.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / weight : null;
};
