import { findingStatements, showReliance } from '@inkproof/consent';
import type { Recognition, RecognitionSummary } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { unseal, type Database, type ObjectStore, type Statement, type Tx } from '@inkproof/platform';

const wordsIn = (recognition: Recognition): number => recognition.pages.reduce((sum, { blocks }) => sum + blocks.reduce((words, { lines }) => words + lines.reduce((count, line) => count + line.words.length, 0), 0), 0);

/** A recognition that can be read again, and where its file is if that was kept too. */
export interface KeptRecognition {
  recognition: Recognition;
  fileId: string | null;
}

/**
 * Recognitions at rest. Of most there is only what lists and counts need; where a tenant chose to keep more, the result
 * and the file are objects of the vault.
 */
export class RecognitionStore {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly masterKey: Uint8Array,
  ) {}

  /** For somebody's own act: what is to be kept is laid down before it. `file` is what was read, for the case that it is to be kept. */
  async lay(tenantId: Id<'ten'>, keyId: Id<'key'> | null, recognition: Recognition, file?: Uint8Array): Promise<Statement[]> {
    const { id, created_at, channel, job, tag, languages, pages, confidence, duration_ms, retention, personal_information: information } = recognition;
    const { kept, until } = retention;
    const relied = information?.relied_on ?? null;
    // Further forms of the result are made from it when they are asked for.
    const expiresAt = until === null ? null : new Date(until);
    const resultId = kept === 'none' ? null : this.ids.next('obj');
    const fileId = kept === 'all' && file ? this.ids.next('obj') : null;
    const laid = await Promise.all([
      ...(resultId === null ? [] : [this.objects.lay(tenantId, { id: resultId, class: 'recognition_result', bytes: Buffer.from(JSON.stringify({ ...recognition, outputs: [] })), expiresAt })]),
      ...(fileId === null ? [] : [this.objects.lay(tenantId, { id: fileId, class: 'recognition_input', bytes: file!, expiresAt })]),
    ]);
    const row: Statement = {
      name: 'write_recognition',
      text: `INSERT INTO recognition (id, tenant_id, created_at, key_id, channel, job_id, tag, languages, pages, words, confidence, duration_ms, kept, kept_until, result_id, file_id, filing_version_id, authorisation_id, declared_categories, detected_categories)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19::text[]::"PersonalCategory"[], $20::text[]::"PersonalCategory"[])`,
      values: [id, tenantId, created_at, keyId, channel, job, tag, languages, pages.length, wordsIn(recognition), confidence, duration_ms, kept, until, resultId, fileId, relied?.version_id ?? null, relied?.authorization ?? null, relied?.categories ?? null, information?.found ?? null],
    };
    const findings = information ? findingStatements(this.ids, tenantId, { recognitionId: id, versionId: relied?.version_id ?? null, at: this.clock.now(), result: information.result }, information.undeclared) : [];
    return [...laid, row, ...findings];
  }

  /** `not_kept` when there was one of which nothing is left; undefined when the tenant has none of that id. */
  async find(tenantId: Id<'ten'>, id: Id<'rec'>): Promise<KeptRecognition | 'not_kept' | undefined> {
    const row = await this.database.asTenant(tenantId, (tx) => tx.recognition.findFirst({ where: { tenantId, id }, select: { sealed: true, sealedKey: true, keptUntil: true, resultId: true, fileId: true } }));
    if (!row) return undefined;
    const { sealed, sealedKey, keptUntil, resultId, fileId } = row;
    // From its last instant on it is gone, also where nobody has swept yet.
    if (keptUntil && keptUntil <= this.clock.now()) return 'not_kept';
    // Results of before there was a storage lie in their rows.
    const bytes = sealed && sealedKey ? unseal(this.masterKey, id, { sealed, sealedKey }) : resultId !== null ? await this.objects.get(tenantId, resultId) : undefined;
    if (!bytes) return 'not_kept';
    const recognition = JSON.parse(bytes.toString('utf8')) as Recognition;
    if (recognition.id !== id) throw new Error(`The result in the place of ${id} is another's`);
    return { recognition, fileId };
  }

  list(tenantId: Id<'ten'>, { below, size }: { below?: string; size: number }): Promise<RecognitionSummary[]> {
    return this.database.asTenant(tenantId, (tx) => this.listIn(tx, tenantId, { below, size }));
  }

  /** The same in a transaction that may see them: the tenant's own, or one of a support access. */
  async listIn(tx: Tx, tenantId: Id<'ten'>, { below, size }: { below?: string; size: number }): Promise<RecognitionSummary[]> {
    const rows = await tx.recognition.findMany({
      where: { tenantId, ...(below === undefined ? {} : { id: { lt: below } }) },
      omit: { sealed: true, sealedKey: true, resultId: true, fileId: true, detectedCategories: true },
      include: { version: { select: { id: true, filingId: true, number: true } } },
      orderBy: { id: 'desc' },
      take: size,
    });
    const keys = await tx.apiKey.findMany({ where: { tenantId, id: { in: rows.flatMap(({ keyId }) => keyId ?? []) } }, select: { id: true, label: true } });
    const labels = new Map(keys.map(({ id, label }) => [id, label]));
    const now = this.clock.now();
    return rows.map(({ id, keyId, jobId, createdAt, durationMs, kept, keptUntil, version, authorisationId, declaredCategories: categories, filingVersionId: _version, tenantId: _ours, ...row }) => ({
      ...row,
      id: id as Id<'rec'>,
      job: jobId as Id<'job'> | null,
      created_at: createdAt.toISOString(),
      duration_ms: durationMs,
      retention: keptUntil && keptUntil > now ? { kept, until: keptUntil.toISOString() } : { kept: 'none', until: null },
      relied_on: version && showReliance({ versionId: version.id as Id<'flv'>, filingId: version.filingId as Id<'flg'>, number: version.number, authorisationId: authorisationId as Id<'aut'> | null, categories }),
      key: keyId === null ? null : { id: keyId as Id<'key'>, label: labels.get(keyId) ?? '' },
    }));
  }
}
