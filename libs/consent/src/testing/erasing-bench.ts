import type { CertificateBody } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { fileText, type SpecDatabase } from '@inkproof/spec-database';
import { KeepMaterial } from '../actions/keep-material.js';
import { ReckonKeeping } from '../actions/reckon-keeping.js';
import { RecordAuthorisations } from '../actions/record-authorisations.js';
import { WithdrawAuthorisation } from '../actions/withdraw-authorisation.js';
import { AuthorisationStore } from '../store/authorisation-store.js';
import { KeepingStore } from '../store/keeping-store.js';
import { openRequestBench, PEPPER } from './request-bench.js';

/** Authorisations, requests of people and the one way of erasing on one database, as a node puts them together. */
export const openErasingBench = async (given?: SpecDatabase) => {
  const bench = await openRequestBench(given);
  const { database, clock, ids, trail, owner, objects, holds } = bench;
  const authorisations = new AuthorisationStore();
  const record = new RecordAuthorisations(database, authorisations, trail, ids, clock, PEPPER);
  const material = new KeepMaterial(database, authorisations, objects, trail, ids);
  return {
    ...bench,
    withdraw: new WithdrawAuthorisation(database, authorisations, trail, clock),
    reckon: new ReckonKeeping(database, new KeepingStore()),

    /** A filing of theirs in force. */
    text: async (tenantId: Id<'ten'>): Promise<{ filing: Id<'flg'>; versionId: Id<'flv'> }> => {
      const [filing, versionId] = [ids.next('flg'), ids.next('flv')];
      await fileText(owner, { tenantId, filingId: filing, versionId });
      return { filing, versionId };
    },

    /** An authorisation whose material lies in the vault. */
    granted: async ({ tenantId, by }: Pick<Awaited<ReturnType<typeof bench.tenant>>, 'tenantId' | 'by'>, filing: Id<'flg'>, { subject = 'customer 7', expiresAt = null as Date | null, bytes = Buffer.from('the page they agreed on') } = {}): Promise<Id<'aut'>> => {
      const id = await record.one(tenantId, { filing, subject, media: ['web_operation'], categories: [], given_at: clock.now().toISOString(), expires_at: expiresAt?.toISOString() ?? null }, by);
      await material.for(tenantId, id, { type: 'text/plain', bytes }, by);
      return id;
    },

    /** A hold as the provider places it. */
    hold: (tenantId: Id<'ten'>, { scope = 'object', objects: named = [] as string[], subjectHash = null as Uint8Array | null }): Promise<Id<'hld'>> =>
      database.changeAsProvider(async (run) => {
        await holds.freeze(run, tenantId);
        const id = ids.next('hld');
        await run({ text: `INSERT INTO legal_hold (id, tenant_id, scope, subject_hash, reason, reference, placed_by, placed_at) VALUES ($1, $2, $3::"HoldScope", $4, 'x', 'x', 'per_x', clock_timestamp())`, values: [id, tenantId, scope, subjectHash] });
        await run({ text: 'INSERT INTO legal_hold_item (hold_id, tenant_id, object_id) SELECT $1, $2, o FROM unnest($3::text[]) o', values: [id, tenantId, named] });
        return id;
      }),

    standing: async (tenantId: string): Promise<string[]> => (await owner.query<{ id: string }>('SELECT id FROM authorisation WHERE tenant_id = $1 ORDER BY id', [tenantId])).rows.map(({ id }) => id),
    objectsOf: async (tenantId: string): Promise<string[]> => (await owner.query<{ blob: string }>('SELECT blob FROM stored_object WHERE tenant_id = $1', [tenantId])).rows.map(({ blob }) => blob),
    certificatesOf: async (tenantId: string): Promise<CertificateBody[]> => (await owner.query<{ body: string }>('SELECT body FROM deletion_certificate WHERE tenant_id = $1 ORDER BY id', [tenantId])).rows.map(({ body }) => JSON.parse(body) as CertificateBody),
  };
};

export type ErasingBench = Awaited<ReturnType<typeof openErasingBench>>;
