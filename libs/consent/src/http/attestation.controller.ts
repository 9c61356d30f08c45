import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type AttestationRequest, type Expiry, type Unattested } from '@inkproof/contract';
import { ActingBy, CalledByTenant, namesOf, showSomebody, type TenantCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given, type Tx } from '@inkproof/platform';
import { AttestDeletion } from '../actions/attest-deletion.js';
import { stateOf } from '../model/expiry.js';
import { ExpiryStore, type StoredExpiry, type WhichExpiries } from '../store/expiry-store.js';

const { attestations, adminAttestations } = api;

interface Asked {
  cursor?: string;
  limit: number;
  state?: WhichExpiries['state'];
}

interface Found {
  items: Expiry[];
  next_cursor: string | null;
}

/** With the names of those who attested, as far as whoever asks may see them. */
const show = async (tx: Tx, expiries: readonly StoredExpiry[]): Promise<Expiry[]> => {
  const names = await namesOf(tx, expiries.map(({ attestation }) => attestation?.by ?? null));
  return expiries.map(({ id, kind, filing, day, count, dueAt, toldAt, attestation, ...standing }) => ({
    id, kind, filing, day, count,
    due_at: dueAt.toISOString(),
    told_at: toldAt.toISOString(),
    state: stateOf(standing),
    attestation: attestation && { id: attestation.id, at: attestation.at.toISOString(), by: showSomebody(names, attestation.by), outcome: attestation.outcome, deleted_at: attestation.deletedAt?.toISOString() ?? null, basis: attestation.basis },
  }));
};

/** Copies that tenants hold and whose time is over: listed on both sides, attested by the tenant. */
@Controller()
export class AttestationController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ExpiryStore) private readonly store: ExpiryStore,
    @Inject(AttestDeletion) private readonly attesting: AttestDeletion,
  ) {}

  @Answers(attestations.list)
  list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(attestations.list.query) asked: Asked): Promise<Found> {
    return this.database.asTenant(tenantId, (tx) => this.#page(tx, tenantId, asked));
  }

  @Answers(attestations.make)
  async make(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(attestations.make.body) request: AttestationRequest, @ActingBy() by: Actor): Promise<{ items: Expiry[] }> {
    const attested = await this.attesting.for(tenantId, request, by);
    return { items: await this.database.asTenant(tenantId, (tx) => show(tx, attested)) };
  }

  @Answers(adminAttestations.tenants)
  async tenants(): Promise<{ items: Unattested[] }> {
    return { items: await this.database.asProvider((tx) => this.store.unattested(tx)) };
  }

  @Answers(adminAttestations.ofTenant)
  ofTenant(@Given.params(adminAttestations.ofTenant.params) { id }: { id: Id<'ten'> }, @Given.query(adminAttestations.ofTenant.query) asked: Asked): Promise<Found> {
    return this.database.asProviderOf(id, async (tx) => {
      if (!(await tx.tenant.findUnique({ where: { id }, select: { id: true } }))) throw new Refusal('tenant.not_found');
      return this.#page(tx, id, asked);
    });
  }

  async #page(tx: Tx, tenantId: Id<'ten'>, { cursor, limit, state }: Asked): Promise<Found> {
    const { items, nextCursor } = pageOf(await this.store.list(tx, tenantId, { state, below: cursor, size: limit + 1 }), limit);
    return { items: await show(tx, items), next_cursor: nextCursor };
  }
}
