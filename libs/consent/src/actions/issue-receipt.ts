import type { EntryStore, Seals } from '@inkproof/audit';
import { Refusal, type FilingReceipt } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { duty } from '../model/duty.js';
import type { Asking, FilingStore } from '../store/filing-store.js';

/** A receipt of an acceptance, signed: what was taken on file, and where that stands in the tenant's audit log. */
export class IssueReceipt {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly entries: EntryStore,
    private readonly seals: Seals,
    private readonly clock: Clock,
    private readonly provider: string,
  ) {}

  async for(asking: Asking, versionId: string, filingId?: string): Promise<FilingReceipt> {
    const find = async (tx: Tx) => {
      const found = await this.store.find(tx, asking, versionId, filingId);
      return found && { version: found, tenant: (await tx.tenant.findUnique({ where: { id: found.tenantId }, select: { name: true } }))! };
    };
    const found = await (asking === 'provider' ? this.database.asProvider(find) : this.database.asTenant(asking, find));
    if (!found) throw new Refusal('filing.not_found');
    const { version, tenant } = found;
    if (!version.acceptedAt || !version.submittedAt) throw new Refusal('filing.not_accepted');
    const [entry] = await this.database.changeAsProvider((run) => this.entries.list(run, version.tenantId, { action: 'filing.accepted', target: version.id }, { below: Number.MAX_SAFE_INTEGER, size: 1 }));
    const sealed = await this.seals.current(version.tenantId);
    if (!entry || !sealed) throw new Error(`The acceptance of ${version.id} is not in the audit log`);
    return this.seals.sign((key) => ({
      v: 1 as const,
      kind: 'filing' as const,
      issued_at: this.clock.now().toISOString(),
      provider: this.provider,
      tenant: { id: version.tenantId, name: tenant.name },
      filing: { id: version.filing.id, name: version.filing.name },
      version: {
        id: version.id,
        number: version.number,
        text_sha256: version.textSha256,
        language: version.language!,
        effective_on: version.effectiveOn!,
        ends_on: version.endsOn,
        categories: version.categories,
        submitted_at: version.submittedAt!.toISOString(),
        accepted_at: version.acceptedAt!.toISOString(),
      },
      entry: { chain: version.tenantId, seq: entry.seq, hash: entry.hash },
      checkpoint: { ...sealed.checkpoint, signature: sealed.signature },
      duty: duty.zh,
      key,
    })) as Promise<FilingReceipt>;
  }
}
