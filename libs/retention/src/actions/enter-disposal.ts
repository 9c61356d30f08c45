import { createHash } from 'node:crypto';
import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type DisposalRequest } from '@inkproof/contract';
import type { Approvals } from '@inkproof/identity';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { PROVIDER, runIn, type Database, type Drawers, type OpenDrawer, type Tx } from '@inkproof/platform';
import { saidOf, type Disposal } from '../model/disposal.js';
import type { DisposalStore, NewEvidence } from '../store/disposal-store.js';
import type { Witnessed } from './certify-disposal.js';

/** Enters a medium that left service, with its evidence, and asks for somebody who saw it. From then on the entry is what it is. */
export class EnterDisposal {
  constructor(
    private readonly database: Database,
    private readonly store: DisposalStore,
    private readonly approvals: Approvals,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly drawers: Drawers,
  ) {}

  async for({ files, sanitised_at, verified_by: verifiedBy, ...asked }: DisposalRequest, by: Actor): Promise<Disposal> {
    const [id, enteredAt, sanitisedAt] = [this.ids.next('mdp'), this.clock.now(), new Date(sanitised_at)];
    if (sanitisedAt > enteredAt) throw new Refusal('disposal.not_yet', 'sanitised_at lies ahead. Enter the medium once that was done.');
    const laid = files.length > 0 ? await this.drawers.lay(PROVIDER, id) : undefined;
    const evidence = laid ? files.map((file) => this.#sealed(file, laid.drawer)) : [];
    const said = { ...asked, sanitisedAt, verifiedBy };
    return this.database.asProvider(async (tx) => {
      await this.#check(tx, asked);
      const payload: Witnessed = { disposal: id, ...saidOf(said), evidence: evidence.map(({ sha256 }) => sha256) };
      const approval = await this.approvals.request(tx, { kind: 'media.dispose', tenantId: null, payload, by, reason: asked.reason });
      if (laid) await runIn(tx)(laid.row);
      await this.store.add(tx, { id, ...said, performedBy: by.id, enteredAt, approvalId: approval.id }, evidence);
      const { kind, method, technique, corrects } = asked;
      await this.trail.append(tx, 'provider', { action: 'disposal.entered', by, targets: corrects ? [id, corrects] : [id], details: { kind, method, technique, evidence: payload.evidence, corrects }, reason: asked.reason });
      return (await this.store.find(tx, id, this.clock.now()))!;
    });
  }

  async #check(tx: Tx, { tenants, corrects }: Pick<DisposalRequest, 'tenants' | 'corrects'>): Promise<void> {
    const [unknown] = tenants === 'all' ? [] : await this.store.unknownTenants(tx, tenants);
    if (unknown !== undefined) throw new Refusal('tenant.not_found', `There is no tenant ${unknown}`);
    if (corrects && !(await this.store.find(tx, corrects, this.clock.now()))) throw new Refusal('disposal.not_found', `There is no entry ${corrects} that could be set right`);
  }

  #sealed({ kind, name, media_type: mediaType, base64 }: DisposalRequest['files'][number], drawer: OpenDrawer): NewEvidence {
    const id: Id<'mdf'> = this.ids.next('mdf');
    const bytes = Buffer.from(base64, 'base64');
    return { id, kind, name, mediaType, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), sealed: drawer.seal(id, bytes) };
  }
}
