// The desk with a hundred thousand tickets and a million events: how long lists, searches and one conversation take, and how
// long it takes to judge the clocks of all tickets that are open.
import { dice } from '@inkproof/kernel';
import { dueAt, FigureStore, marksAt, nextLook, ReadFigures, RecallRecords, standingOf, TicketStore } from '@inkproof/support';
import pg from 'pg';
import { openDatabaseStand } from './database-stand.mjs';
import { ms, quantile, report } from './figures.mjs';

const TICKETS = 100_000;
const EVENTS_EACH = 10;
const TENANTS = 500;
/** Of all tickets; the rest was closed. */
const OPEN_SHARE = 0.2;
const [TIMES, LIMIT_MS, CLOCKS_LIMIT_MS] = [40, 200, 1_000];
const BATCH = 2_000;
const NOW = Date.now();
const YEAR_MS = 365 * 86_400_000;
const HOUR_MS = 3_600_000;

const random = dice(7);
const pick = (of) => of[Math.floor(random() * of.length)];
const phrases = ['识别任务一直排队', '发票的金额读错了', 'Jobs wait since noon', 'the webhook is not delivered', '密钥被停用', 'page 3 of the file is empty', '请求超时', 'the quota looks wrong', '身份证号码少一位', 'we look into it', '已经修复，请再试一次', 'thank you'];
const message = (ticket, event) => `${pick(phrases)}，${pick(phrases)} req_${(ticket * 31 + event * 7).toString(36)} ${String.fromCharCode(0x4e00 + Math.floor(random() * 6_000), 0x4e00 + Math.floor(random() * 6_000))}`;

const stand = await openDatabaseStand(4);
const { ownerUrl, database } = stand;
const owner = new pg.Client(ownerUrl);
await owner.connect();
const iso = (at) => (at === null ? null : new Date(at).toISOString());
const idOf = (prefix, n) => `${prefix}_${String(n).padStart(26, '0')}`;

await owner.query(`INSERT INTO tenant (id, name, created_at) SELECT 'ten_' || lpad(n::text, 26, '0'), 'bench ' || n, clock_timestamp() FROM generate_series(1, $1::int) n`, [TENANTS]);
const loadedMs = performance.now();
for (let from = 0; from < TICKETS; from += BATCH) {
  const [tickets, events] = [[], []];
  for (let n = from; n < from + BATCH; n++) {
    const isOpen = n >= TICKETS * (1 - OPEN_SHARE);
    const openedAt = Math.floor(isOpen ? NOW - 60 * HOUR_MS + (60 * HOUR_MS * (n % 20_000)) / 20_000 : NOW - YEAR_MS + (0.9 * YEAR_MS * n) / TICKETS);
    const [id, tenant] = [idOf('tkt', n), idOf('ten', 1 + (n % TENANTS))];
    const happened = [];
    for (let place = 1; place <= EVENTS_EACH; place++) {
      const isLast = place === EVENTS_EACH;
      const side = place % 2 ? 'tenant' : 'provider';
      const state = place === 1 ? null : isLast ? (isOpen ? pick(['open', 'waiting_tenant', 'waiting_provider']) : 'closed') : 'open';
      happened.push({ at: openedAt + place * 60_000, kind: place === 1 ? 'opened' : isLast && !isOpen ? 'state_set' : 'replied', side: isLast && !isOpen ? 'system' : side, state, priority: place === 1 ? pick(['p1', 'p2', 'p3', 'p3', 'p4']) : null });
      const one = happened.at(-1);
      events.push({ id: idOf('tev', n * EVENTS_EACH + place), tenant_id: tenant, ticket_id: id, place, ...one, at: iso(one.at), by: one.side === 'system' ? null : idOf('per', n % 50), words: one.kind === 'state_set' ? null : message(n, place) });
    }
    const standing = standingOf(happened);
    const ends = Object.values(standing.clocks).flatMap((clock) => dueAt(clock) ?? []);
    tickets.push({ id, tenant_id: tenant, subject: `${pick(phrases)} ${n}`, priority: standing.priority, state: standing.state, opened_at: iso(openedAt), opened_by: idOf('per', n % 50), assignee_id: n % 3 ? idOf('per', n % 20) : null, changed_at: iso(happened.at(-1).at), standing, due_at: iso(ends.length ? Math.min(...ends) : null), next_look_at: iso(nextLook(standing, true)) });
  }
  await owner.query('INSERT INTO ticket SELECT * FROM jsonb_populate_recordset(NULL::ticket, $1)', [JSON.stringify(tickets)]);
  await owner.query('INSERT INTO ticket_event SELECT * FROM jsonb_populate_recordset(NULL::ticket_event, $1)', [JSON.stringify(events)]);
}
report('loaded', `${TICKETS.toLocaleString('en')} tickets, ${(TICKETS * EVENTS_EACH).toLocaleString('en')} events in ${((performance.now() - loadedMs) / 1_000).toFixed(0)} s`);
await owner.query('VACUUM ANALYZE');

const store = new TicketStore();
const tell = async (what, work, limitMs = LIMIT_MS) => {
  await work(0);
  const took = [];
  for (let i = 1; i <= TIMES; i++) {
    const startedMs = performance.now();
    await work(i);
    took.push(performance.now() - startedMs);
  }
  const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)];
  report(what, `p50 ${ms(p50)}, p99 ${ms(p99)}`, p99 <= limitMs, `≤ ${limitMs} ms`);
};
const atDesk = (work) => database.asProvider(work);
const ofTenant = (n, work) => database.asTenant(idOf('ten', 1 + (n % TENANTS)), work);

await tell('the queue of the desk, 100 of all unsolved', () => atDesk((tx) => store.queue(tx, { state: 'unsolved', size: 101 })));
await tell('its counts', () => atDesk((tx) => store.count(tx, idOf('per', 3), new Date(NOW))));
await tell('the queue, 100 of what one person has', (i) => atDesk((tx) => store.queue(tx, { state: 'unsolved', assigneeId: idOf('per', i % 20), size: 101 })));
await tell('the queue, 100 of what is late', () => atDesk((tx) => store.queue(tx, { state: 'unsolved', lateAt: new Date(NOW), size: 101 })));
await tell('closed ones, deep in the list', (i) => atDesk((tx) => store.list(tx, { state: 'closed', beyond: idOf('tkt', i * 1_900), size: 101 })));
await tell('tickets of a tenant', (i) => ofTenant(i, (tx) => store.list(tx, { tenantId: idOf('ten', 1 + (i % TENANTS)), size: 21 })));
await tell('search at the desk, a word that is rare', (i) => atDesk((tx) => store.queue(tx, { search: `req_${(i * 2_000 * 31 + 7).toString(36)}`, size: 101 })));
await tell('search at the desk, two characters of Chinese that are rare', (i) => atDesk((tx) => store.queue(tx, { search: String.fromCharCode(0x4e00 + i * 100, 0x4e00 + i * 90), size: 101 })));
await tell('search at the desk, one character', (i) => atDesk((tx) => store.queue(tx, { search: String.fromCharCode(0x4e00 + i * 100), size: 101 })));
await tell('search at the desk, two words that are common', () => atDesk((tx) => store.queue(tx, { search: '排队 webhook', state: 'unsolved', size: 101 })));
await tell('search at the desk, a common word among closed ones', () => atDesk((tx) => store.list(tx, { search: '排队', state: 'closed', size: 101 })));
await tell('search of a tenant, a common word', (i) => ofTenant(i, (tx) => store.list(tx, { tenantId: idOf('ten', 1 + (i % TENANTS)), search: '排队', size: 21 })));
await tell('search of a tenant, words that stand nowhere', (i) => ofTenant(i, (tx) => store.list(tx, { tenantId: idOf('ten', 1 + (i % TENANTS)), search: 'zebra 斑马', size: 21 })));
await tell('a conversation is opened', (i) =>
  atDesk(async (tx) => {
    const ticket = await store.find(tx, idOf('tkt', i * 2_400));
    await store.notes(tx, ticket);
  }),
);
await tell('the watch looks for what is to be told', () => atDesk((tx) => store.due(tx, new Date(NOW), 100)));
let judged = 0;
await tell(
  `clocks of all ${(TICKETS * OPEN_SHARE).toLocaleString('en')} open tickets are judged anew`,
  async () => {
    const rows = await atDesk((tx) => store.standings(tx));
    judged = rows.filter((standing) => marksAt(standing, NOW).length).length;
  },
  CLOCKS_LIMIT_MS,
);
report('of which there is something to tell', `${judged.toLocaleString('en')}`);


// What a node keeps in mind of all tickets: brought there once, and then only brought up to date.
const figureStore = new FigureStore();
const clock = { now: () => new Date(NOW) };
const figures = new ReadFigures(database, figureStore, new RecallRecords(database, figureStore, clock), clock);
const recalledMs = performance.now();
await figures.read({ by: 'tenant' });
report('figures are asked for the first time on a node', `${((performance.now() - recalledMs) / 1_000).toFixed(1)} s`);
const year = new Date(NOW - 360 * 86_400_000).toISOString().slice(0, 10);
await tell('figures of thirty days, by tenant', () => figures.read({ by: 'tenant' }));
await tell('figures of a year, by person', () => figures.read({ by: 'agent', from: year }));
await tell('how many a view shows, of all states and one priority', () => atDesk((tx) => store.countOf(tx, { priority: 'p1', assigneeId: null }, 1_000)));
await tell('how many a view shows, late ones of one tenant', (i) => atDesk((tx) => store.countOf(tx, { tenantId: idOf('ten', 1 + i), state: 'unsolved', lateAt: new Date(NOW) }, 1_000)));

await owner.end();
await stand.close();
