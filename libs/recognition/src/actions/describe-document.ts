import { showReliance } from '@inkproof/consent';
import type { Recognition } from '@inkproof/contract';
import { engineLanguages, type ReaderFacts } from '@inkproof/engine';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Logger } from 'pino';
import { describe } from '../model/describe.js';
import { languagesRead } from '../model/languages.js';
import { showOutputs } from '../model/outputs.js';
import { keptFrom } from '../model/retention.js';
import { wholeRecipe } from '../model/whole-recipe.js';
import type { DocumentRead } from './read-document-of-job.js';
import type { ScreenResult } from './screen-result.js';

/** The result of a document of a job, as its tenant will fetch it. */
export class DescribeDocument {
  constructor(
    private readonly readers: () => readonly ReaderFacts[],
    private readonly screen: ScreenResult,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly retentionMs: number,
    private readonly log: Logger,
  ) {}

  async for(tenantId: Id<'ten'>, jobId: Id<'job'>, { job, asked, file, tag, reading }: DocumentRead, signal: AbortSignal): Promise<Recognition> {
    const now = this.clock.now();
    const described = describe(
      { ...reading, recipe: wholeRecipe(reading.recipe, reading.pages, this.readers()) },
      {
        id: this.ids.next('rec'),
        requestId: job.requestId,
        jobId,
        createdAt: job.createdAt,
        tag: tag ?? job.tag,
        channel: job.channel,
        environment: job.environment,
        languages: languagesRead(reading.pages, engineLanguages),
        retention: keptFrom(asked.retention, now, { retentionMs: this.retentionMs, keepsDays: job.relied?.keepsDays }),
        durationMs: now.getTime() - job.createdAt.getTime(),
      },
    );
    const recognition = await this.screen.whole(tenantId, described, job.relied ? showReliance(job.relied) : null);
    return { ...recognition, outputs: await showOutputs(asked.outputs, recognition, { bytes: file, password: asked.read.password, lane: tenantId, signal }, (error) => this.log.error({ err: error, job: jobId }, 'a form of a result could not be made')) };
  }
}
