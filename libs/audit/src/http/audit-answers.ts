import type { AuditVerification } from '@inkproof/contract';
import { pageOf } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { Response } from 'express';
import type { ExportLog } from '../actions/export-log.js';
import type { ReadLog } from '../actions/read-log.js';
import { reading, type Reader } from '../actions/reader.js';
import type { VerifyLog } from '../actions/verify-log.js';
import type { SignedCheckpoint } from '../model/checkpoint.js';
import type { Search } from '../model/search.js';
import type { SealStore } from '../store/seal-store.js';
import { sendLines } from './send-lines.js';
import { showPage } from './show.js';

export interface Place {
  cursor?: string;
  limit: number;
}

/** A cursor is a place in the log. One that is none begins at the newest. */
const placeOf = (cursor: string | undefined): number => (/^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : Number.MAX_SAFE_INTEGER);

/** What members and staff are answered alike, each about the log they may read. */
export class AuditAnswers {
  constructor(
    private readonly database: Database,
    private readonly readLog: ReadLog,
    private readonly verifyLog: VerifyLog,
    private readonly exportLog: ExportLog,
    private readonly seals: SealStore,
  ) {}

  async list(reader: Reader, { cursor, limit, ...search }: Place & Search): Promise<ReturnType<typeof showPage>> {
    return showPage(await this.readLog.for(reader, search, { below: placeOf(cursor), size: limit + 1 }), limit);
  }

  verify(reader: Reader, after: number): Promise<AuditVerification> {
    return this.verifyLog.for(reader, after);
  }

  async export(reader: Reader, asked: { from: number; to?: number }, response: Response): Promise<void> {
    const span = await this.exportLog.span(reader, asked);
    await sendLines(response, `audit-${reader.chain}-${span.from}-${span.to}.ndjson`, this.exportLog.lines(reader, span));
  }

  async checkpoints(reader: Reader, { cursor, limit }: Place): Promise<{ items: SignedCheckpoint[]; next_cursor: string | null }> {
    const found = await reading(this.database, reader, (run) => this.seals.list(run, reader.chain, { below: placeOf(cursor), size: limit + 1 }));
    const { items, nextCursor } = pageOf(found.map((signed) => ({ ...signed, id: String(signed.checkpoint.seq) })), limit);
    return { items: items.map(({ checkpoint, signature }) => ({ checkpoint, signature })), next_cursor: nextCursor };
  }
}
