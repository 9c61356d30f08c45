import { randomBytes } from 'node:crypto';
import { SealStore, Trail, type Actor } from '@inkproof/audit';
import { CountingIds, SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { Database, Drawers, Letterboxes, LocalBlobs, MailOutbox, MailStore, TenantKeys } from '@inkproof/platform';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { TellPrograms } from '../actions/tell-programs.js';

const masterKey = new Uint8Array(32).fill(5);

/** A database with tenants, their owners and authorisations, and what every action of this lib is built from. */
export const openConsentBench = async (given?: SpecDatabase, connections = 12) => {
  const spec = given ?? (await openSpecDatabase());
  const database = new Database({ url: spec.url, pool: connections });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const [counting, clock, trail, seals] = [new CountingIds(), new StillClock(), new Trail(), new SealStore()];
  const ids = new SortableIds(clock);
  const keyFolder = specFolder();
  const keys = new TenantKeys(database, new LocalBlobs(keyFolder), masterKey, ids, clock);
  const drawers = new Drawers(database, keys, ids, clock);
  const boxes = new Letterboxes(keys, ids, clock);
  const mails = new MailStore(database, masterKey, drawers, boxes);

  const person = async (email: string): Promise<Id<'per'>> => {
    const id = ids.next('per');
    await owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) VALUES ($1, $2, $2, 'x', clock_timestamp())`, [id, email]);
    return id;
  };

  return {
    database, owner, clock, ids, trail, seals, masterKey,
    ownerUrl: spec.ownerUrl,
    keyFolder, keys, drawers,
    programs: new TellPrograms(new Announce(new DeliveryStore(database), ids, clock)),
    boxes, mails,
    outbox: new MailOutbox(ids, clock, boxes),

    tenant: async (): Promise<{ tenantId: Id<'ten'>; by: Actor; email: string }> => {
      const tenantId = ids.next('ten');
      const email = `owner${counting.next('per')}@one.example`;
      await owner.query(`INSERT INTO tenant (id, name, created_at, plan_name) SELECT $1, $2, clock_timestamp(), name FROM plan LIMIT 1`, [tenantId, `T ${tenantId.slice(-4)}`]);
      const id = await person(email);
      await owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, 'owner', clock_timestamp())`, [tenantId, id]);
      return { tenantId, email, by: { kind: 'member', id, role: 'owner', requestId: 'req_1' } };
    },

    staff: async (role = 'compliance'): Promise<{ by: Actor; email: string }> => {
      const email = `${counting.next('per')}@provider.example`;
      const id = await person(email);
      await owner.query('INSERT INTO staff (person_id, role, created_at) VALUES ($1, $2::"StaffRole", clock_timestamp())', [id, role]);
      return { email, by: { kind: 'staff', id, role, requestId: 'req_1' } };
    },

    /** An address of the tenant's that asked to be told of these events. */
    webhook: async (tenantId: string, events: readonly string[]): Promise<void> => {
      await owner.query(`INSERT INTO webhook (id, tenant_id, url, label, events, enabled, created_at, secret_hint, sealed, sealed_key) VALUES ($1, $2, 'https://198.51.100.7/hook', 'x', $3, true, clock_timestamp(), 'x', '', '')`, [ids.next('whk'), tenantId, events]);
    },
    /** What its programs were told, oldest first. */
    told: async (tenantId: string): Promise<{ event: string; subject: string; data: Record<string, unknown> }[]> => (await owner.query<{ event: string; subject: string; data: Record<string, unknown> }>(`SELECT event, subject, body::jsonb -> 'data' AS data FROM webhook_delivery WHERE tenant_id = $1 ORDER BY id`, [tenantId])).rows,

    /** A filing whose one version was handed in. */
    filing: async (tenantId: string): Promise<{ filingId: string; versionId: string }> => {
      const [filingId, versionId] = [ids.next('flg'), ids.next('flv')];
      await owner.query(`INSERT INTO filing (id, tenant_id, name, created_at, created_by) VALUES ($1, $2, 'x', clock_timestamp(), 'per_x')`, [filingId, tenantId]);
      await owner.query(`INSERT INTO filing_version (id, tenant_id, filing_id, number, text_sha256, created_at, created_by) VALUES ($1, $2, $3, 1, encode(sha256(''), 'hex'), clock_timestamp(), 'per_x')`, [versionId, tenantId, filingId]);
      await owner.query(`UPDATE filing_version SET state = 'submitted', submitted_at = clock_timestamp(), submitted_by = 'per_x' WHERE id = $1`, [versionId]);
      return { filingId, versionId };
    },

    authorisation: async (tenantId: string, versionId: string, { subjectHash = randomBytes(32), commitment = randomBytes(32), givenAt = clock.now(), postedAt = givenAt }: { subjectHash?: Uint8Array; commitment?: Uint8Array; givenAt?: Date; postedAt?: Date } = {}): Promise<Id<'aut'>> => {
      const id = ids.next('aut');
      await owner.query(`INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, given_at, created_at, custody, commitment) VALUES ($1, $2, $3, $4, '{name}', $5, $6, 'commitment', $7)`, [id, tenantId, versionId, subjectHash, givenAt, postedAt, commitment]);
      return id;
    },

    /** Mails to an address, oldest first, as whoever got them reads them. */
    mailsTo: async (address: string) => Promise.all((await mails.list({ size: 10_000 })).filter(({ to }) => to === address).reverse().map(async ({ id, template }) => ({ ...(await mails.read(id))!, template }))),

    entries: async (chain: string) => (await owner.query<{ body: string }>('SELECT body FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain])).rows.map(({ body }) => JSON.parse(body) as { action: string; actor: { id: string }; targets: string[]; details: Record<string, unknown> }),

    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type ConsentBench = Awaited<ReturnType<typeof openConsentBench>>;
