import type { Recognition, RecognitionSummary } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { seal, unseal, type Database, type ObjectStore, type Statement, type Tx } from '@inkproof/platform';

const wordsIn = (recognition: Recognition): number => recognition.pages.reduce((sum, { blocks }) => sum + blocks.reduce((words, { lines }) => words + lines.reduce((count, line) => count + line.words.length, 0), 0), 0);

/** A recognition that can be read again, and where its file is if that was kept too. */
export interface KeptRecognition {
  recognition: Recognition;
  fileId: string | null;
}

/**
 * Recognitions at rest. Of most there is only what lists and counts need; where a tenant chose to keep more, the result
 * and the file are each sealed under a data key of their own.
 */
export class RecognitionStore {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly masterKey: Uint8Array,
  ) {}

  /** For somebody's own act. `file` is what was read, for the case that it is to be kept. */
  writing(tenantId: Id<'ten'>, keyId: Id<'key'> | null, recognition: Recognition, file?: Uint8Array): Statement[] {
    const { id, created_at, channel, job, tag, languages, pages, confidence, duration_ms, retention } = recognition;
    const { kept, until } = retention;
    // Further forms of the result are made from it when they are asked for.
    const result = kept === 'none' ? undefined : seal(this.masterKey, id, Buffer.from(JSON.stringify({ ...recognition, outputs: [] })));
    const fileId = kept === 'all' && file && until !== null ? this.ids.next('obj') : null;
    const row: Statement = {
      name: 'write_recognition',
      text: `INSERT INTO recognition (id, tenant_id, created_at, key_id, channel, job_id, tag, languages, pages, words, confidence, duration_ms, kept, kept_until, file_id, sealed, sealed_key)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      values: [id, tenantId, created_at, keyId, channel, job, tag, languages, pages.length, wordsIn(recognition), confidence, duration_ms, kept, until, fileId, result?.sealed ?? null, result?.sealedKey ?? null],
    };
    return fileId === null ? [row] : [this.objects.writing(tenantId, { id: fileId, bytes: file!, expiresAt: new Date(until!) }), row];
  }

  /** `not_kept` when there was one of which nothing is left; undefined when the tenant has none of that id. */
  async find(tenantId: Id<'ten'>, id: Id<'rec'>): Promise<KeptRecognition | 'not_kept' | undefined> {
    const row = await this.database.asTenant(tenantId, (tx) => tx.recognition.findFirst({ where: { tenantId, id }, select: { sealed: true, sealedKey: true, keptUntil: true, fileId: true } }));
    if (!row) return undefined;
    const { sealed, sealedKey, keptUntil, fileId } = row;
    // From its last instant on it is gone, also where nobody has swept yet.
    if (!sealed || !sealedKey || (keptUntil && keptUntil <= this.clock.now())) return 'not_kept';
    return { recognition: JSON.parse(unseal(this.masterKey, id, { sealed, sealedKey }).toString('utf8')) as Recognition, fileId };
  }

  /** Erases what has been kept long enough, for all tenants. */
  async sweep(): Promise<void> {
    await this.database.askAll('gate_erase_results', this.clock.now());
  }

  list(tenantId: Id<'ten'>, { below, size }: { below?: string; size: number }): Promise<RecognitionSummary[]> {
    return this.database.asTenant(tenantId, (tx) => this.listIn(tx, tenantId, { below, size }));
  }

  /** The same in a transaction that may see them: the tenant's own, or one of a support access. */
  async listIn(tx: Tx, tenantId: Id<'ten'>, { below, size }: { below?: string; size: number }): Promise<RecognitionSummary[]> {
    const rows = await tx.recognition.findMany({
      where: { tenantId, ...(below === undefined ? {} : { id: { lt: below } }) },
      omit: { sealed: true, sealedKey: true, fileId: true },
      orderBy: { id: 'desc' },
      take: size,
    });
    const keys = await tx.apiKey.findMany({ where: { tenantId, id: { in: rows.flatMap(({ keyId }) => keyId ?? []) } }, select: { id: true, label: true } });
    const labels = new Map(keys.map(({ id, label }) => [id, label]));
    const now = this.clock.now();
    return rows.map(({ id, keyId, jobId, createdAt, durationMs, kept, keptUntil, tenantId: _ours, ...row }) => ({
      ...row,
      id: id as Id<'rec'>,
      job: jobId as Id<'job'> | null,
      created_at: createdAt.toISOString(),
      duration_ms: durationMs,
      retention: keptUntil && keptUntil > now ? { kept, until: keptUntil.toISOString() } : { kept: 'none', until: null },
      key: keyId === null ? null : { id: keyId as Id<'key'>, label: labels.get(keyId) ?? '' },
    }));
  }
}
