import type { Recognition, RecognitionSummary } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { seal, unseal, type Database, type Statement } from '@inkproof/platform';

const wordsIn = (recognition: Recognition): number => recognition.pages.reduce((sum, { blocks }) => sum + blocks.reduce((words, { lines }) => words + lines.reduce((count, line) => count + line.words.length, 0), 0), 0);

/** Results at rest. Each is sealed under its own data key; what is left open is what lists and counts need. */
export class RecognitionStore {
  constructor(
    private readonly database: Database,
    private readonly masterKey: Uint8Array,
  ) {}

  /** For somebody's own act: the result goes in sealed. */
  writing(tenantId: Id<'ten'>, keyId: Id<'key'> | null, recognition: Recognition): Statement {
    const { id, created_at, channel, tag, languages, pages, confidence, duration_ms } = recognition;
    const { sealed, sealedKey } = seal(this.masterKey, id, Buffer.from(JSON.stringify(recognition)));
    return {
      name: 'write_recognition',
      text: `INSERT INTO recognition (id, tenant_id, created_at, key_id, channel, tag, languages, pages, words, confidence, duration_ms, sealed, sealed_key)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values: [id, tenantId, created_at, keyId, channel, tag, languages, pages.length, wordsIn(recognition), confidence, duration_ms, sealed, sealedKey],
    };
  }

  async find(tenantId: Id<'ten'>, id: Id<'rec'>): Promise<Recognition | undefined> {
    const row = await this.database.asTenant(tenantId, (tx) => tx.recognition.findFirst({ where: { tenantId, id }, select: { sealed: true, sealedKey: true } }));
    return row ? (JSON.parse(unseal(this.masterKey, id, row).toString('utf8')) as Recognition) : undefined;
  }

  list(tenantId: Id<'ten'>, { below, size }: { below?: string; size: number }): Promise<RecognitionSummary[]> {
    return this.database.asTenant(tenantId, async (tx) => {
      const rows = await tx.recognition.findMany({
        where: { tenantId, ...(below === undefined ? {} : { id: { lt: below } }) },
        omit: { sealed: true, sealedKey: true },
        orderBy: { id: 'desc' },
        take: size,
      });
      const keys = await tx.apiKey.findMany({ where: { tenantId, id: { in: rows.flatMap(({ keyId }) => keyId ?? []) } }, select: { id: true, label: true } });
      const labels = new Map(keys.map(({ id, label }) => [id, label]));
      return rows.map(({ id, keyId, createdAt, durationMs, tenantId: _ours, ...row }) => ({
        ...row,
        id: id as Id<'rec'>,
        created_at: createdAt.toISOString(),
        duration_ms: durationMs,
        key: keyId === null ? null : { id: keyId as Id<'key'>, label: labels.get(keyId) ?? '' },
      }));
    });
  }
}
