import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { hash } from '@node-rs/argon2';
import { api, createClient, keyScopes, memberRoles, staffRoles, type Call, type MemberRole, type StaffRole } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { createLog, Database, Drawers, LocalBlobs, readConfig, TenantKeys, type Config } from '@inkproof/platform';
import { fileText, openSpecDatabase, specFolder } from '@inkproof/spec-database';
import pg from 'pg';
import { startApi } from '../start-api.js';
import { acceptedFiling } from './filing-calls.js';
import { askedOf, inspectedOf } from './consent-things.js';
import { outageOf } from './outage-things.js';
import { aChange } from './changelog-calls.js';
import { announcedTo } from './maintenance-calls.js';
import { holdMail } from './held-mail.js';
import { retiredBy } from './retired-media.js';

/** Headers by which somebody calls. */
export type Credentials = Record<string, string>;

/** One tenant with somebody in every role, a key, and one of each thing that has an id. */
export interface Inhabitant {
  id: string;
  roles: Record<MemberRole, Credentials>;
  key: Credentials;
  /** By prefix. */
  ids: Record<string, string>;
}

/** A whole API on a database of its own, with two tenants that have one of everything each, and staff in every role. */
export interface World {
  url: string;
  config: Config;
  owner: pg.Client;
  /** Under which this install seals. */
  masterKey: Uint8Array;
  /** Where it keeps what is sealed in rows. */
  drawers: Drawers;
  one: Inhabitant;
  other: Inhabitant;
  staff: Record<StaffRole, Credentials>;
  /** Everybody has just confirmed who they are, for as long as a busy machine takes over all calls. */
  confirm: () => Promise<unknown>;
  close: () => Promise<void>;
}

const PASSWORD = 'correct horse battery';
/** The product's own takes forty milliseconds of a core, which each of some hundred people of a spec would pay whenever they sign in. What it costs is said in the hash. */
const CHEAPLY = { memoryCost: 8, timeCost: 1 };
const ids = new SortableIds();

/** Somebody who can sign in, and the session they have then. `place` says where they act. */
class People {
  constructor(
    private readonly url: string,
    private readonly owner: pg.Client,
    private readonly passwordHash: string,
  ) {}

  async add(email: string, place: (personId: string) => [sql: string, values: string[]]): Promise<Credentials> {
    const id = ids.next('per');
    await this.owner.query('INSERT INTO person (id, name, email, password_hash, created_at) VALUES ($1, $2, $2, $3, clock_timestamp())', [id, email, this.passwordHash]);
    await this.owner.query(...place(id));
    return this.signIn(email, PASSWORD);
  }

  async signIn(email: string, password: string): Promise<Credentials> {
    const answer = await fetch(`${this.url}${api.session.signIn.path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
    if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
    return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
  }
}

const inhabitant = async (url: string, people: People, owner: pg.Client, admin: Credentials, name: string): Promise<Inhabitant> => {
  const opened = await createClient({ baseUrl: url, headers: admin })(api.admin.openTenant, { body: { name, requests_per_second: 1_000, owner: { name, email: `owner@${name}.example` } } });
  const tenantId = opened.tenant.id;
  const roles = { owner: await people.signIn(opened.owner.email, opened.owner.initial_password) } as Inhabitant['roles'];
  for (const role of memberRoles)
    roles[role] ??= await people.add(`${role}@${name}.example`, (personId) => ['INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, $3, clock_timestamp())', [tenantId, personId, role]]);
  const call = createClient({ baseUrl: url, headers: roles.owner });
  const { id: key, secret } = await call(api.keys.issue, { body: { label: name, scopes: [...keyScopes] } });
  const withKey = { authorization: `Bearer ${secret}` };
  return { id: tenantId, roles, key: withKey, ids: { ten: tenantId, key, ...(await things(url, call, owner, tenantId, withKey, admin)), ...(await acceptedFiling({ url }, roles.owner, admin)), ...(await belongings(owner, opened.owner.email)) } };
};

/** Another session of somebody's, a second factor that proves nothing, and something they were told. */
const belongings = async (owner: pg.Client, email: string): Promise<Record<string, string>> => {
  const [session, factor] = [ids.next('ses'), ids.next('fac')];
  await owner.query(
    `INSERT INTO session (id, token_hash, person_id, tenant_id, created_at, expires_at, confirmed_at, assured, seen_at, address, browser, system)
     SELECT $1, $1, p.id, m.tenant_id, clock_timestamp(), clock_timestamp() + interval '1 hour', clock_timestamp(), true, clock_timestamp(), '192.0.2.1', 'other', 'other' FROM person p JOIN member m ON m.person_id = p.id WHERE p.email = $2`,
    [session, email],
  );
  await owner.query(`INSERT INTO factor (id, person_id, kind, name, created_at, sealed, last_step) SELECT $1, id, 'totp', 'x', clock_timestamp(), '', 0 FROM person WHERE email = $2`, [factor, email]);
  const [notice, delivery] = [ids.next('ntc'), ids.next('ndl')];
  await owner.query(`INSERT INTO notice (id, tenant_id, kind, subject, once, components, plans, staff, words, link, published_at) SELECT $1, m.tenant_id, 'change.accepted', 'x', $1, '{}', '{}', '{}', '{"zh":{},"en":{}}', '/x', clock_timestamp() FROM member m JOIN person p ON p.id = m.person_id WHERE p.email = $2`, [notice, email]);
  await owner.query(
    `INSERT INTO notice_delivery (id, notice_id, tenant_id, person_id, channel, kind, owed, created_at, state) SELECT $1, $2, m.tenant_id, p.id, 'app', 'change.accepted', true, clock_timestamp(), 'accepted' FROM member m JOIN person p ON p.id = m.person_id WHERE p.email = $3`,
    [delivery, notice, email],
  );
  await owner.query(`INSERT INTO notice_tenant (notice_id, tenant_id, expanded_at, duty, told_number) SELECT id, tenant_id, published_at, 'required', nextval('notice_told') FROM notice WHERE id = $1`, [notice]);
  return { ses: session, fac: factor, ntc: notice, ndl: delivery };
};

/** One of each thing that has an id, by the API itself where it can make one without a reader. */
const things = async (url: string, call: Call, owner: pg.Client, tenantId: string, key: Credentials, admin: Credentials): Promise<Record<string, string>> => {
  const page = new Uint8Array(drawPage({ lines: ['ONE'], widthPx: 120, fontPx: 24 }));
  const answer = await fetch(`${url}/v1/jobs`, { method: 'POST', headers: { ...key, 'content-type': 'image/png' }, body: page });
  const job = (await answer.json()) as { id: string };
  const { id: webhook } = await call(api.webhooks.create, { body: { url: 'https://198.51.100.7/hook', label: 'x', events: ['job.succeeded'] } });
  const { id: delivery } = await call(api.webhooks.test, { params: { id: webhook } });
  const recognition = ids.next('rec');
  await owner.query(`INSERT INTO recognition (id, tenant_id, created_at, channel, languages, pages, words, duration_ms) VALUES ($1, $2, clock_timestamp(), 'api', '{en}', 1, 1, 1)`, [recognition, tenantId]);
  const [filing, version] = [ids.next('flg'), ids.next('flv')];
  await fileText(owner, { tenantId, filingId: filing, versionId: version });
  const { id: authorisation } = await call(api.authorizations.create, { body: { filing, subject: 'x', media: ['web_operation'], given_at: '2026-11-01T00:00:00Z' } });
  const finding = ids.next('fnd');
  await owner.query(`INSERT INTO personal_finding (id, tenant_id, at, recognition_id, category, kinds, pages, count, result) VALUES ($1, $2, clock_timestamp(), $3, 'phone', '{mobile}', '{1}', 1, 'returned')`, [finding, tenantId, recognition]);
  const { items: terms } = await call(api.quota.terms);
  const person: `per_${string}` = ids.next('per');
  await owner.query(`INSERT INTO person (id, name, email, password_hash, created_at) VALUES ($1, 'x', $1 || '@x.example', 'x', clock_timestamp())`, [person]);
  await owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, 'developer', clock_timestamp())`, [tenantId, person]);
  const { id: invitation } = await call(api.invitations.create, { body: { email: `${person}@y.example`, role: 'viewer' } });
  const { approval } = await call(api.members.offerOwnership, { params: { id: person }, body: { reason: 'x' } });
  const { rows: mails } = await owner.query<{ id: string }>('SELECT id FROM mail WHERE tenant_id = $1', [tenantId]);
  const use = ids.next('use');
  await owner.query(
    `INSERT INTO ledger_entry (id, tenant_id, at, request_id, channel, environment, route, outcome, reason, page_reasons, pages, billed_pages, duration_ms)
     VALUES ($1, $2, clock_timestamp(), 'req_1', 'api', 'live', 'recognitions', 'accepted', 'read', '{"read":1}', 1, 1, 1)`,
    [use, tenantId],
  );
  const deletion = ids.next('del');
  await owner.query(`INSERT INTO deletion (id, tenant_id, origin, selection, classes, state, requested_by, requested_at, begins_at, total, holds, salt) VALUES ($1, $2, 'request', '{"tag":"x"}', '{}', 'waiting', 'per_x', clock_timestamp(), '2999-01-01', 0, '{}', '')`, [deletion, tenantId]);
  const hold = ids.next('hld');
  await owner.query(`INSERT INTO legal_hold (id, tenant_id, scope, reason, reference, placed_by, placed_at) VALUES ($1, $2, 'object', 'x', 'x', 'per_x', clock_timestamp())`, [hold, tenantId]);
  const access = ids.next('sup');
  await owner.query(`INSERT INTO support_access (id, tenant_id, person_id, reason, opened_by, opened_at, ends_at) VALUES ($1, $2, $3, 'x', $3, clock_timestamp(), clock_timestamp() + interval '1 hour')`, [access, tenantId, person]);
  const log = new File(['x'], 'x.log');
  const { id: ticket, events } = await call(api.tickets.create, { body: { subject: 'x', words: 'x' }, files: [log] });
  const { id: change } = await call(api.changes.create, { body: { urgency: 'urgent', change: { of: 'plan', setting: 'qps_need', words: 'x' }, reason: 'x', contact: 'x' } });
  const staff = createClient({ baseUrl: url, headers: admin });
  const { id: entry } = await staff(api.adminChangelog.draft, { body: aChange });
  const { id: view } = await staff(api.deskViews.create, { body: { name: 'x', filter: {} } });
  const { id: macro } = await staff(api.macros.create, { body: { name: 'x', words: { zh: 'x', en: 'x' }, state: null, priority: null } });
  const { notes } = await staff(api.adminTickets.note, { params: { id: ticket }, body: { words: 'x' }, files: [log] });
  const consent = { ...(await askedOf(call)), ...(await inspectedOf(call, staff, tenantId)), ...(await retiredBy(staff)), ...(await outageOf(call, staff, tenantId as `ten_${string}`, ticket)) };
  return { ...consent, chg: change, del: deletion, fnd: finding, flg: filing, flv: version, aut: authorisation, hld: hold, sup: access, tkt: ticket, chl: entry, mcr: macro, dvw: view, tkf: events[0]!.files[0]!.id, tnf: notes[0]!.files[0]!.id, per: person, inv: invitation, apr: approval, mal: mails[0]!.id, job: job.id, qtm: terms[0]!.id, use, whk: webhook, dlv: delivery, rec: recognition, mnt: await announcedTo(staff, owner, tenantId) };
};

export const openWorld = async (settings: Record<string, string> = {}): Promise<World> => {
  const spec = await openSpecDatabase();
  const secret = (): string => randomBytes(32).toString('base64url');
  const masterKey = randomBytes(32);
  const keyFolder = specFolder();
  const config = readConfig({ APP_DATABASE_URL: spec.url, STORAGE_URL: pathToFileURL(specFolder()).href, KEYS_URL: pathToFileURL(keyFolder).href, API_PORT: '0', READERS: '0', LOG_LEVEL: 'silent', MFA_REQUIRED: 'off', SESSION_SECRET: secret(), KEY_PEPPER: secret(), MASTER_KEY: masterKey.toString('base64'), SIGNING_KEY: randomBytes(32).toString('base64'), FETCH_ALLOW: '198.51.100.0/24', ...settings });
  const { url, close } = await startApi(config, createLog('silent'));
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const database = new Database({ url: spec.url, pool: 1 });
  const clock = new SystemClock();
  const drawers = new Drawers(database, new TenantKeys(database, new LocalBlobs(keyFolder), masterKey, ids, clock), ids, clock);
  const people = new People(url, owner, await hash(PASSWORD, CHEAPLY));
  const staff = {} as World['staff'];
  for (const role of staffRoles) staff[role] = await people.add(`${role}@provider.example`, (personId) => ['INSERT INTO staff (person_id, role, created_at) VALUES ($1, $2, clock_timestamp())', [personId, role]]);
  const one = await inhabitant(url, people, owner, staff.admin, 'one');
  const other = await inhabitant(url, people, owner, staff.admin, 'other');
  for (const [side, email] of [[one, 'owner@one.example'], [other, 'owner@other.example']] as const) side.ids['hml'] = await holdMail({ owner, drawers }, email);
  return {
    url,
    config,
    owner,
    masterKey,
    drawers,
    one,
    other,
    staff,
    confirm: () => owner.query(`UPDATE session SET confirmed_at = clock_timestamp() + interval '1 hour'`),
    close: async () => {
      await close();
      await database.close();
      await owner.end();
      await spec.drop();
    },
  };
};
