import { SealStore, Seals, SigningKey, Trail, type Actor } from '@inkproof/audit';
import type { CertificateBody } from '@inkproof/contract';
import { Approvals, ApprovalStore, FoundTenant } from '@inkproof/identity';
import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Notices, NoticeStore } from '@inkproof/notice';
import { Database, Drawers, LocalBlobs, ReplaceTenantKey, TenantKeys, TwoPlaces } from '@inkproof/platform';
import { AskDeletion, blobsLeftIn, CarryOut, CertificateStore, Certify, DeletionStore, Erase, EraseTenantKey, Holds, HoldStore, RuleStore } from '@inkproof/retention';
import { openSpecDatabase, specFolder } from '@inkproof/spec-database';
import pg from 'pg';
import { AnnounceEnd } from '../actions/announce-end.js';
import { TakeBackEnd } from '../actions/take-back-end.js';
import { TellOfEnd } from '../actions/tell-of-end.js';
import { WatchEndings } from '../actions/watch-endings.js';
import { EndingStore } from '../store/ending-store.js';

export const staff = (id: string, role = 'compliance'): Actor => ({ kind: 'staff', id, role, requestId: 'req_1' });

/** Ends of services on a database of its own, as the module wires them. What erasing comes to is the business of retention. */
export const openEndingBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 6 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const clock = new StillClock();
  const ids = new SortableIds(clock);
  const trail = new Trail();
  const ends = new EndingStore();
  const deletions = new DeletionStore();
  const approvals = new Approvals(new ApprovalStore(), trail, ids, clock);
  const tell = new TellOfEnd(new Notices(new NoticeStore(), ids, clock));
  const places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(specFolder()));
  const keys = new TenantKeys(database, places.keys, new Uint8Array(32).fill(7), ids, clock);
  const erase = new Erase(new RuleStore(), new Holds(new HoldStore()), deletions, trail, clock);
  const signing = new SigningKey([Buffer.alloc(32, 9)]);
  const certify = new Certify(database, erase, deletions, new CertificateStore(), blobsLeftIn(places), new Seals(database, new SealStore(), signing), signing, trail, ids, clock, 0);
  const carryOut = new CarryOut(database, erase, deletions, new EraseTenantKey(database, erase, keys, new Drawers(database, keys, ids, clock), new ReplaceTenantKey(database, keys)), certify, clock);
  let tenants = 0;
  const rows = async <Row>(text: string, id: string): Promise<Row[]> => (await owner.query(text, [id])).rows as Row[];
  return {
    database, owner, clock, ends,
    /** Erases and certifies what is due, as every node does. */
    erase: () => carryOut.due(),
    certificates: async (tenantId: string) => (await rows<{ body: string }>('SELECT body FROM deletion_certificate WHERE tenant_id = $1 ORDER BY id', tenantId)).map(({ body }) => JSON.parse(body) as CertificateBody),
    announce: new AnnounceEnd(database, ends, approvals, tell, trail, ids, clock),
    takeBack: new TakeBackEnd(database, ends, tell, trail, clock),
    watch: () => new WatchEndings(database, ends, new AskDeletion(database, erase, deletions, trail, ids, clock), deletions, tell, trail, ids, clock),
    tenant: async (): Promise<{ tenantId: Id<'ten'>; by: Actor }> => {
      const { tenantId } = await database.asProvider((tx) => new FoundTenant(ids, clock).in(tx, { name: 'x', owner: { name: 'x', email: `${++tenants}@ending.example`, password: 'x' } }));
      return { tenantId, by: { kind: 'member', id: 'per_owner', role: 'owner', requestId: 'req_1' } };
    },
    standing: (tenantId: Id<'ten'>) => database.asTenant(tenantId, (tx) => ends.standing(tx, tenantId)),
    /** Has a second person approve what waits. */
    approve: (id: string, by: Actor) => database.asProvider(async (tx) => approvals.decide(tx, id, { verdict: 'approve', payloadSha256: (await approvals.find(tx, id)).payloadSha256, by })),
    told: async (endId: string) => (await rows<{ kind: string }>('SELECT kind FROM notice WHERE subject = $1 AND tenant_id IS NOT NULL ORDER BY id', endId)).map(({ kind }) => kind),
    deletions: (tenantId: string) => rows<{ id: string; service_end: string; state: string; requested_by: string }>('SELECT id, service_end, state, requested_by FROM deletion WHERE tenant_id = $1 ORDER BY id', tenantId),
    entries: async (chain: string, target: string) =>
      (await owner.query<{ action: string }>(`SELECT body::jsonb->>'action' AS action FROM audit_entry WHERE chain = $1 AND body::jsonb->'targets' ? $2 ORDER BY seq`, [chain, target])).rows.map(({ action }) => action),
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};
