import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createHash } from 'node:crypto';
import { CountingIds, StillClock } from '@inkproof/kernel';
import { openSpecDatabase, specFolder, type SpecDatabase } from '@inkproof/spec-database';
import { simpleParser, type ParsedMail } from 'mailparser';
import pg from 'pg';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Database } from '../database/database.js';
import { Drawers } from '../objects/drawers.js';
import { LocalBlobs } from '../objects/local-blobs.js';
import { TenantKeys } from '../objects/tenant-keys.js';
import { Letterboxes } from './letterboxes.js';
import { MailOutbox, type NewMail } from './mail-outbox.js';
import { MailServer } from './mail-server.js';
import { MailStore } from './mail-store.js';
import { SendMails } from './send-mails.js';

const MINUTE_MS = 60_000;
const masterKey = new Uint8Array(32).fill(7);
const clock = new StillClock();
const log: string[] = [];
const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
const received: ParsedMail[] = [];
const raw: Buffer[] = [];
/** What the server says to the next messages, one each; then it takes them. */
const replies: { at: 'address' | 'message'; code: number }[] = [];
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let outbox: MailOutbox;
let store: MailStore;
let boxes: Letterboxes;
let drawers: Drawers;
let keyFolder: string;
let smtp: SMTPServer;
let port: number;

const refusal = (code: number) => Object.assign(new Error('no mailbox ada@inkproof.example here'), { responseCode: code });
const listen = async (at: number): Promise<number> => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(replies[0]?.at === 'address' ? refusal(replies.shift()!.code) : null),
    onData: (stream, _session, done) =>
      void buffer(stream).then(async (bytes) => {
        const reply = replies.shift();
        raw.push(bytes);
        if (!reply) received.push(await simpleParser(bytes));
        done(reply ? refusal(reply.code) : null);
      }),
  });
  await new Promise<void>((resolve) => smtp.listen(at, '127.0.0.1', resolve));
  return (smtp.server.address() as AddressInfo).port;
};
const hangUp = () => new Promise<void>((resolve) => smtp.close(() => resolve()));
const sender = () => new SendMails(store, new MailServer(`smtp://127.0.0.1:${port}`, 'Inkproof <no-reply@ocr.example>'), clock, logger, () => 0.5);
const mail = (to = 'ada@inkproof.example'): NewMail => ({ tenantId: null, to, template: 'password_reset', locale: 'zh-CN', values: { minutes: 30, link: 'https://ocr.example/reset#secret-token' }, expiresAt: new Date(clock.now().getTime() + 30 * MINUTE_MS) });
const put = (to?: string) => database.asProvider((tx) => outbox.put(tx, mail(to)));
const only = async () => (await store.list({ size: 100 }))[0]!;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 5 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await owner.query(`INSERT INTO tenant (id, name, created_at) VALUES ('ten_a', 'a', now()), ('ten_b', 'b', now())`);
  const ids = new CountingIds();
  keyFolder = specFolder();
  const keys = new TenantKeys(database, new LocalBlobs(keyFolder), masterKey, ids, clock);
  boxes = new Letterboxes(keys, ids, clock);
  outbox = new MailOutbox(ids, clock, boxes);
  drawers = new Drawers(database, keys, ids, clock);
  store = new MailStore(database, masterKey, drawers, boxes);
  port = await listen(0);
});
beforeEach(() => {
  received.splice(0);
  raw.splice(0);
});
afterEach(async () => {
  replies.splice(0);
  await owner.query('DELETE FROM mail');
  await owner.query('DELETE FROM mail_archive');
  expect(log.join('')).not.toMatch(/inkproof\.example|secret-token/);
});
afterAll(async () => {
  await hangUp();
  await database.close();
  await owner.end();
  await spec.drop();
});

it('is written with the act it tells of, and with a rollback not at all', async () => {
  const act = database.asProvider(async (tx) => {
    await outbox.put(tx, mail());
    throw new Error('rolled back');
  });
  await expect(act).rejects.toThrow('rolled back');
  expect(await store.list({ size: 10 })).toEqual([]);
  await database.changeAsTenant('ten_a', (run) => outbox.put(run, { ...mail(), tenantId: 'ten_a' }));
  expect(await only()).toMatchObject({ state: 'waiting', to: 'ada@inkproof.example' });
});

it('nobody writes in the name of a tenant but the tenant, and no tenant sees any', async () => {
  await database.asTenant('ten_a', (tx) => outbox.put(tx, { ...mail(), tenantId: 'ten_a' }));
  await expect(database.asTenant('ten_a', (tx) => outbox.put(tx, { ...mail(), tenantId: 'ten_b' }))).rejects.toThrow('row-level security');
  await expect(database.asPerson('per_1', (tx) => outbox.put(tx, mail()))).rejects.toThrow('row-level security');
  expect(await database.asTenant('ten_a', (tx) => tx.mail.count({ where: { tenantId: 'ten_a' } }))).toBe(0);
});

it('lies sealed, address and words', async () => {
  await put();
  const { rows } = await owner.query<{ row: string }>(`SELECT encode(recipient, 'escape') || encode(body, 'escape') || mail::text AS row FROM mail`);
  expect(rows[0]!.row).not.toMatch(/inkproof|token|密码/);
});

it('arrives as text and HTML under an id of its own, once, and is erased here', async () => {
  const id = await put();
  expect(await sender().due()).toBe(1);
  expect(await sender().due()).toBe(0);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ subject: '重设墨证密码', messageId: `<${id}@ocr.example>` });
  expect(received[0]!.text).toContain('https://ocr.example/reset#secret-token');
  expect(received[0]!.html).toContain('lang="zh-CN"');
  expect(await only()).toMatchObject({ state: 'sent', attempts: 1, nextAttemptAt: null });
  expect(await store.read(id)).toBeUndefined();
});

it('comes back to a server that said not now, later each time', async () => {
  await put();
  replies.push({ at: 'message', code: 451 }, { at: 'address', code: 421 });
  const send = sender();
  await send.due();
  expect(await only()).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'EMESSAGE 451', nextAttemptAt: new Date(clock.now().getTime() + 10_000) });
  expect(await send.due()).toBe(0);
  clock.advance(10_000);
  await send.due();
  expect(await only()).toMatchObject({ attempts: 2, nextAttemptAt: new Date(clock.now().getTime() + MINUTE_MS) });
  clock.advance(MINUTE_MS);
  await send.due();
  expect(await only()).toMatchObject({ state: 'sent', attempts: 3 });
  expect(received).toHaveLength(1);
});

it('gives up at once where the server says there is no such mailbox', async () => {
  const id = await put();
  replies.push({ at: 'address', code: 550 });
  await sender().due();
  expect(await only()).toMatchObject({ state: 'bounced', lastError: 'EENVELOPE 550' });
  expect(await store.read(id)).toBeUndefined();
});

it('outlasts a server that is away, and is failed once it has nothing to tell any more', async () => {
  const id = await put();
  await hangUp();
  const send = sender();
  await send.due();
  expect(await only()).toMatchObject({ state: 'waiting', lastError: 'ESOCKET' });
  await listen(port);
  clock.advance(10_000);
  await send.due();
  expect(await only()).toMatchObject({ state: 'sent' });
  await put();
  clock.advance(30 * MINUTE_MS);
  await send.tidy();
  expect(await send.due()).toBe(0);
  expect(await only()).toMatchObject({ state: 'failed' });
  expect(await store.read(id)).toBeUndefined();
  expect(received).toHaveLength(1);
});

it('of many senders each takes its own: every mail arrives once', async () => {
  for (let i = 0; i < 30; i++) await put(`p${i}@inkproof.example`);
  const drain = async () => {
    const send = sender();
    while ((await send.due()) > 0);
  };
  await Promise.all([drain(), drain(), drain()]);
  expect(received.map(({ to }) => (Array.isArray(to) ? '' : to!.text)).sort()).toEqual(Array.from({ length: 30 }, (_, i) => `p${i}@inkproof.example`).sort());
});

it('is not lost where the key of its day is missing: it waits, says why, and is given up when it has nothing to tell any more', async () => {
  const id = await put();
  const { rows } = await owner.query<{ key: string }>(`SELECT body_box AS key FROM mail`);
  await new LocalBlobs(keyFolder).remove([rows[0]!.key]);
  const other = new Letterboxes(new TenantKeys(database, new LocalBlobs(keyFolder), masterKey, new CountingIds(), clock), new CountingIds(), clock);
  const forgetful = new SendMails(new MailStore(database, masterKey, drawers, other), new MailServer(`smtp://127.0.0.1:${port}`, 'Inkproof <no-reply@ocr.example>'), clock, logger, () => 0.5);
  await forgetful.due();
  expect(await only()).toMatchObject({ id, state: 'waiting', attempts: 1, lastError: 'KEY_MISSING', to: 'ada@inkproof.example' });
  clock.advance(29 * MINUTE_MS + 59_000);
  await forgetful.due();
  expect(await only()).toMatchObject({ id, state: 'failed', lastError: 'KEY_MISSING' });
  expect(received).toEqual([]);
  await owner.query('UPDATE letterbox SET closes_at = $1', [clock.now()]);
});

it('loses nothing to a sender that died: another takes it up, under the same id', async () => {
  const id = await put();
  await store.take(clock.now(), new Date(clock.now().getTime() + 5 * MINUTE_MS), 4);
  expect(await sender().due()).toBe(0);
  clock.advance(5 * MINUTE_MS);
  await sender().due();
  expect(received.map(({ messageId }) => messageId)).toEqual([`<${id}@ocr.example>`]);
});

const notice = (to = 'ada@inkproof.example'): NewMail => ({ tenantId: 'ten_a', to, template: 'notice', locale: 'zh-CN', values: { tenant: '澄江物流', title: '维护公告：数据库升级', paragraphs: ['期间识别接口不可用。', '.一个以点开头的行'], link: 'https://ocr.example/maintenance/mnt_1' }, expiresAt: new Date(clock.now().getTime() + 30 * MINUTE_MS) });

it('keeps of a notice the very bytes that the server was given, the same at every attempt, and of what signs somebody in nothing', async () => {
  const id = await database.asProvider((tx) => outbox.put(tx, notice()));
  replies.push({ at: 'message', code: 451 });
  const send = sender();
  await send.due();
  expect(await store.message(id)).toBeUndefined();
  clock.advance(10_000);
  await send.due();
  expect(raw).toHaveLength(2);
  const kept = (await store.message(id))!;
  for (const bytes of raw) expect(bytes.equals(kept.bytes)).toBe(true);
  expect(kept).toMatchObject({ tenantId: 'ten_a', sha256: createHash('sha256').update(raw[1]!).digest('hex') });
  expect((await owner.query(`SELECT encode(sealed, 'escape') AS text FROM mail_archive`)).rows[0].text).not.toMatch(/inkproof|ocr/);
  const other = await put();
  await send.due();
  expect(await store.message(other)).toBeUndefined();
});

it('keeps what bounced too', async () => {
  const id = await database.asProvider((tx) => outbox.put(tx, notice()));
  replies.push({ at: 'message', code: 554 });
  await sender().due();
  expect((await store.message(id))!.bytes.equals(raw[0]!)).toBe(true);
});

it('stays where no server is set, and can be read there', async () => {
  const id = await put();
  expect(await new SendMails(store, null, clock, logger, () => 0.5).due()).toBe(0);
  expect((await store.read(id))?.text).toContain('secret-token');
});
