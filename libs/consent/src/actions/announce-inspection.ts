import { randomBytes } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { type InspectionRequest, Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { PROVIDER, runIn, type Database, type Drawers } from '@inkproof/platform';
import type { InspectionStore, StoredInspection } from '../store/inspection-store.js';
import type { TellPrograms } from './tell-programs.js';
import { SEED_BYTES, sha256 } from './sample.js';

/** Announces that a sample will be drawn. The seed is drawn now and shown to nobody; its digest stands in the logs of both sides. */
export class AnnounceInspection {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly programs: TellPrograms,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly drawers: Drawers,
  ) {}

  async for({ tenant, filing, from, to, size, answer_days: answerDays, reason }: InspectionRequest, by: Actor): Promise<StoredInspection> {
    const tenantId = tenant as Id<'ten'>;
    const [id, now, seed] = [this.ids.next('isp'), this.clock.now(), randomBytes(SEED_BYTES)];
    const { drawer, row } = await this.drawers.lay(PROVIDER, id);
    const seedSha256 = sha256(seed);
    return this.database.asProviderOf(tenantId, async (tx) => {
      if ((await tx.tenant.count({ where: { id: tenantId } })) === 0) throw new Refusal('tenant.not_found');
      if (filing !== undefined && (await tx.filing.count({ where: { id: filing, tenantId } })) === 0) throw new Refusal('request.invalid', 'The tenant has handed in no such filing', { errors: [{ field: 'filing', message: 'is not a filing that the tenant has handed in' }] });
      await runIn(tx)(row);
      await this.store.add(tx, { id, tenantId, filingId: filing ?? null, givenFrom: from ?? null, givenTo: to ?? null, size, answerDays, reason, announcedAt: now, announcedBy: by.id, seedSha256, seedSealed: drawer.seal(id, seed) });
      await this.store.tell(tx, { id: this.ids.next('ise'), tenantId, inspectionId: id, at: now, kind: 'announced', byProvider: true, by: by.id });
      await this.programs.inspection(tx, 'announced', { id, tenantId, dueAt: null });
      const details = { filing: filing ?? null, from: from ?? null, to: to ?? null, size, seed_sha256: Buffer.from(seedSha256).toString('hex') };
      await this.trail.appendToBoth(tx, tenantId, { action: 'inspection.announced', by, targets: [id, tenantId], details, reason });
      return (await this.store.find(tx, id))!;
    });
  }
}
