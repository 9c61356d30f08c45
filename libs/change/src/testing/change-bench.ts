import { randomBytes } from 'node:crypto';
import { Trail, type Actor } from '@inkproof/audit';
import type { ChangeRequest } from '@inkproof/contract';
import { ChangeKey, IssueKey, KeyStore } from '@inkproof/identity';
import { StillClock, SortableIds, type Id } from '@inkproof/kernel';
import { DeliveryStore, KeepWebhooks, Notices, NoticeStore, WebhookStore } from '@inkproof/notice';
import { NoScanner, Database, Drawers, LocalBlobs, ObjectStore, SafeFetch, TenantKeys, TwoPlaces } from '@inkproof/platform';
import { openSpecDatabase, specFolder, SpecPeople } from '@inkproof/spec-database';
import { KeepFiles, OpenMatter, TicketBook, TicketStore } from '@inkproof/support';
import pg from 'pg';
import { ActOnChange } from '../actions/act-on-change.js';
import { CarryOut } from '../actions/carry-out.js';
import { ChangeBook } from '../actions/change-book.js';
import { ChangeSubjects } from '../actions/change-subjects.js';
import { DecideChange } from '../actions/decide-change.js';
import { EnterYear } from '../actions/enter-year.js';
import { FileChange } from '../actions/file-change.js';
import { NoticeGate } from '../actions/notice-gate.js';
import { OpenSecurity } from '../actions/open-security.js';
import { ReportSecurity } from '../actions/report-security.js';
import { TellOfChange } from '../actions/tell-of-change.js';
import { TellOfSecurity } from '../actions/tell-of-security.js';
import { WatchChanges } from '../actions/watch-changes.js';
import { WatchSurges } from '../actions/watch-surges.js';
import { CalendarStore } from '../store/calendar-store.js';
import { ChangeStore } from '../store/change-store.js';
import { SecurityStore } from '../store/security-store.js';

export interface BenchTenant {
  tenantId: Id<'ten'>;
  by: Actor;
  /** A live key that was called with. */
  key: Id<'key'>;
}

/** Change notices on a database of their own, as the module wires them. It is Friday, 24 January 2025, ten o'clock in Shanghai. */
export const openChangeBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 8 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const clock = new StillClock('2025-01-24T02:00:00.000Z');
  const ids = new SortableIds(clock);
  const trail = new Trail();
  const places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(specFolder()));
  const sealing = new TenantKeys(database, places.keys, randomBytes(32), ids, clock);
  const [keys, webhooks] = [new KeyStore(database), new WebhookStore(database, new Drawers(database, sealing, ids, clock))];
  const [calendars, store, security] = [new CalendarStore(), new ChangeStore(), new SecurityStore()];
  const notices = new Notices(new NoticeStore(), ids, clock);
  const tickets = new TicketStore();
  const objects = new ObjectStore(database, places, sealing, ids, clock);
  const matters = new OpenMatter(tickets, new TicketBook(tickets, new KeepFiles(objects, ids, new NoScanner()), ids, clock), trail);
  const subjects = new ChangeSubjects(keys, webhooks, new ChangeKey(database, keys, trail, clock), new KeepWebhooks(database, webhooks, new DeliveryStore(database), new SafeFetch({ exceptions: [] }), trail, ids, clock));
  const book = new ChangeBook(store, ids, clock);
  const [tell, tellSecurity] = [new TellOfChange(notices), new TellOfSecurity(notices)];
  const openSecurity = new OpenSecurity(security, matters, ids);
  const carryOut = new CarryOut(subjects, book, tell, matters, trail);
  const acts = new ActOnChange(database, store, book, carryOut, trail);
  const issue = new IssueKey(database, keys, trail, ids, clock, 'p'.repeat(32));
  const people = new SpecPeople(owner);
  const inService = async (tenantId: string, key: string): Promise<void> => {
    await owner.query(`UPDATE api_key SET last_used_at = clock_timestamp() WHERE id = $1`, [key]);
    await owner.query(
      `INSERT INTO ledger_entry (id, tenant_id, at, request_id, key_id, channel, environment, route, outcome, reason, page_reasons, pages, billed_pages, duration_ms)
       VALUES ($1, $2, clock_timestamp() - interval '2 days', 'req_1', $3, 'api', 'live', 'recognitions', 'accepted', 'read', '{"read":1}', 1, 1, 1)`,
      [ids.next('use'), tenantId, key],
    );
  };
  const tenant = async ({ serving = true } = {}): Promise<BenchTenant> => {
    const { tenantId, by } = await people.tenant();
    const { key } = await issue.for(tenantId, { label: 'x', environment: 'live' }, by);
    if (serving) await inService(tenantId, key.id);
    return { tenantId, by, key: key.id };
  };
  const staff: Actor = await people.staff('wen', 'operator');
  const addresses = (id: Id<'key'>, allowed_addresses: string[]): ChangeRequest['change'] => ({ of: 'key', id, values: { allowed_addresses } });
  const planned = (change: ChangeRequest['change'], effective_at: string, more: Partial<ChangeRequest> = {}): ChangeRequest => ({ urgency: 'planned', change, reason: 'a new office', contact: 'Lu, 010-1', effective_at, ...more });
  const urgent = (change: ChangeRequest['change']): ChangeRequest => ({ urgency: 'urgent', change, reason: 'the line is cut', contact: 'Lu, 010-1' });
  const actionsOf = async (chain: string): Promise<string[]> => (await owner.query<{ action: string }>('SELECT action FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain])).rows.map(({ action }) => action);
  const noticed = async (subject: string): Promise<string[]> => (await owner.query<{ kind: string }>('SELECT kind FROM notice WHERE subject = $1 ORDER BY kind, id', [subject])).rows.map(({ kind }) => kind);
  return {
    database, owner, clock, ids, objects, sealing, store, tenant, staff, addresses, planned, urgent, actionsOf, noticed, inService, acts, subjects, calendars,
    file: new FileChange(database, calendars, subjects, book, tell, trail, clock),
    decide: new DecideChange(database, store, book, carryOut, tell, trail),
    watch: new WatchChanges(database, store, book, carryOut, tell, matters, trail, clock),
    gate: new NoticeGate(database, subjects, store, acts, 'https://ocr.example'),
    enter: new EnterYear(database, calendars, trail, ids, clock),
    report: new ReportSecurity(database, openSecurity, tellSecurity, trail, clock),
    surges: new WatchSurges(database, security, openSecurity, tellSecurity, trail, clock),
    addressesOf: async ({ tenantId, key }: BenchTenant): Promise<unknown> => (await database.asTenant(tenantId, (tx) => keys.read(tx, tenantId, key)))!.allowedAddresses,
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type ChangeBench = Awaited<ReturnType<typeof openChangeBench>>;
