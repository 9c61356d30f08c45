import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showTicket } from '../http/show-ticket.js';
import type { StoredTicket } from '../store/ticket-store.js';
import { openMailBench, type MailBench } from '../testing/mail-bench.js';

const CANARY = 'Canary-7Q4Z';

let bench: MailBench;
let lin: Actor;
beforeAll(async () => {
  bench = await openMailBench();
  lin = await bench.staff('Lin');
});
afterAll(() => bench.close());

const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1);

/** A ticket that the desk has answered, and the mail that told of it as it arrived. */
const answered = async (words = 'Which *job* is it?') => {
  const tenant = await bench.tenant();
  const { id } = await bench.tenantSide.open(tenant.tenantId, { subject: 'Jobs wait', words: 'Since noon', priority: 'p2' }, tenant.by);
  await bench.desk.reply(id as Id<'tkt'>, { words, state: 'waiting_tenant' }, lin);
  const mail = (await bench.delivered()).find(({ to }) => JSON.stringify(to).includes(tenant.email))!;
  return { ...tenant, id: id as Id<'tkt'>, mail, replyTo: mail.replyTo!.value[0]!.address! };
};
const now = (id: string): Promise<StoredTicket> => bench.database.asProvider(async (tx) => (await bench.store.find(tx, id))!);
const notes = async (id: string) => bench.database.asProvider(async (tx) => bench.store.notes(tx, (await bench.store.find(tx, id))!));

describe('an answer of the desk', () => {
  it('goes out with what was said, an address that answers it, and what it follows; and the answer is the tenant’s word', async () => {
    const { id, email, mail, replyTo } = await answered();
    expect(mail.text).toContain('Which *job* is it?');
    expect(replyTo).toMatch(/^support\+[0-9a-z]{50}@ocr\.example$/);
    expect(mail.messageId).toMatch(/^<mal_[0-9a-z]{26}@ocr\.example>$/);
    expect(await bench.bring({ from: `Lu <${email}>`, to: replyTo, subject: 'Anything at all', inReplyTo: mail.messageId, messageId: '<one@tenant.example>', text: `All since job 7.\n\nOn Friday, Inkproof wrote:\n> Which job is it?`, attachments: [{ filename: 'node.log', content: 'lease kept' }, { filename: 'x.svg', content: '<svg/>' }], dkim: bench.signing(email) })).toMatch(/^250/);
    const ticket = await now(id);
    expect(ticket.state).toBe('open');
    expect(ticket.events.at(-1)).toMatchObject({ kind: 'replied', side: 'tenant', byName: 'Lu', words: expect.stringMatching(/^All since job 7\.\n\n\[1 /), checked: expect.stringMatching(new RegExp(`^dkim=pass \\(${domainOf(email)}\\) spf=\\w+ dmarc=none$`)) });
    expect(ticket.events.at(-1)!.files.map(({ name }) => name)).toEqual(['node.log']);
    await bench.desk.reply(id, { words: 'Job 7 is read.', state: 'resolved' }, lin);
    const [next] = await bench.delivered();
    expect(next!.references).toEqual([mail.messageId, '<one@tenant.example>']);
    expect(next!.inReplyTo).toBe('<one@tenant.example>');
  });

  it('is answered once, however often the same mail is brought', async () => {
    const { id, email, replyTo } = await answered();
    for (let time = 0; time < 3; time++) expect(await bench.bring({ from: email, to: replyTo, text: 'x', messageId: '<same@tenant.example>' })).toMatch(/^250/);
    expect((await now(id)).events).toHaveLength(3);
  });

  it('holds no word of a note, nor does what follows it', async () => {
    const { id } = await answered();
    await bench.desk.note(id, CANARY, lin, [{ name: `${CANARY}.log`, bytes: Buffer.from(CANARY) }]);
    await bench.desk.reply(id, { words: 'x', state: 'open' }, lin);
    for (const mail of await bench.delivered()) expect(JSON.stringify(mail)).not.toContain('Canary');
  });
});

it('an answer that no server takes is seen at the desk to have reached nobody', async () => {
  const tenant = await bench.tenant();
  const { id } = await bench.tenantSide.open(tenant.tenantId, { subject: 'x', words: 'x', priority: 'p3' }, tenant.by);
  bench.refuse(tenant.email);
  const ticket = await bench.desk.reply(id as Id<'tkt'>, { words: 'x', state: 'open' }, lin);
  const letters = () => bench.database.asProvider((tx) => bench.store.letters(tx, ticket));
  expect(await letters()).toEqual([{ event: ticket.events.at(-1)!.id, state: 'waiting' }]);
  await bench.delivered();
  expect(await letters()).toEqual([{ event: ticket.events.at(-1)!.id, state: 'bounced' }]);
});

describe('an address', () => {
  it('that was made up, or belongs to nobody any more, is refused before anything is sent', async () => {
    const { tenantId, email, replyTo, by } = await answered();
    const [local, domain] = replyTo.split('@') as [string, string];
    const { replyTo: other, tenantId: otherId } = await answered();
    const forged = [`${local.slice(0, -1)}${local.endsWith('0') ? '1' : '0'}@${domain}`, `support+${other.slice(8, 34)}${local.slice(34)}@${domain}`, `support+${'0'.repeat(50)}@${domain}`, `support+x@${domain}`, `nobody@${domain}`];
    for (const to of forged) expect({ to, said: await bench.bring({ from: email, to, text: 'x' }) }).toEqual({ to, said: expect.stringMatching(/^550 5\.1\.1/) });
    // They have left this tenant, and write for another one still.
    await bench.owner.query('UPDATE member SET tenant_id = $2 WHERE tenant_id = $1 AND person_id = $3', [tenantId, otherId, by.id]);
    expect(await bench.bring({ from: email, to: replyTo, text: 'x' })).toMatch(/^550 5\.1\.1/);
  });
});

describe('mail of somebody else to it', () => {
  it('is held for the desk with its files, and no tenant sees a word of it', async () => {
    const { tenantId, by, id, email, replyTo } = await answered();
    for (const from of ['mallory@evil.example', `${email}, mallory@evil.example`]) {
      expect(await bench.bring({ from, to: replyTo, text: CANARY, attachments: [{ filename: 'Canary.log', content: CANARY }] })).toMatch(/^250/);
      bench.clock.advance(1);
    }
    expect((await now(id)).events).toHaveLength(2);
    expect((await notes(id)).map(({ kind, byName, words, files }) => [kind, byName, words, files.length])).toEqual([['held_mail', 'mallory@evil.example', CANARY, 1], ['held_mail', null, CANARY, 1]]);
    const seen = await bench.tenantSide.reply(tenantId, id, 'x', by);
    expect(JSON.stringify([seen, showTicket(seen, bench.clock.now())])).not.toContain('Canary');
    expect(await bench.database.asTenant(tenantId, (tx) => tx.ticketMail.findMany({ where: { tenantId } }))).toEqual([]);
  });

  it('is held as well when the domain in its From says that it did not send it', async () => {
    const { id, email, replyTo } = await answered();
    bench.names.set(`TXT _dmarc.${domainOf(email)}`, [['v=DMARC1; p=reject']]);
    expect(await bench.bring({ from: email, to: replyTo, text: 'x' })).toMatch(/^250/);
    expect((await notes(id))[0]).toMatchObject({ kind: 'held_mail', byName: email, checked: expect.stringContaining('dmarc=fail') });
    expect(await bench.bring({ from: email, to: replyTo, text: 'signed', dkim: bench.signing(email) })).toMatch(/^250/);
    expect((await now(id)).events.at(-1)).toMatchObject({ words: 'signed', checked: expect.stringContaining('dmarc=pass') });
  });
});

describe('mail that nobody wrote', () => {
  it('is let go by, so that no two programs answer each other', async () => {
    const { id, email, replyTo } = await answered();
    for (const headers of [{ 'Auto-Submitted': 'auto-replied' }, { Precedence: 'bulk' }, { 'X-Loop': replyTo }, { 'List-Id': '<all.tenant.example>' }]) expect(await bench.bring({ from: email, to: replyTo, text: 'Out of office', headers })).toMatch(/^250/);
    expect([(await now(id)).events.length, (await notes(id)).length]).toEqual([2, 0]);
  });

  it('and mail that comes too fast is put off', async () => {
    const { id, email, replyTo } = await answered();
    const said: string[] = [];
    for (let at = 0; at < 22; at++) said.push((await bench.bring({ from: email, to: replyTo, text: `ping ${at}` })).slice(0, 3));
    expect(said).toEqual([...Array<string>(20).fill('250'), '452', '452']);
    expect((await now(id)).events).toHaveLength(22);
  });

  it('but came back, stands beside the message that did not arrive, at the desk alone', async () => {
    const { tenantId, id, email, mail, replyTo } = await answered();
    const raw = [
      `From: MAILER-DAEMON@tenant.example`, `To: ${replyTo}`, 'Subject: Undelivered Mail', 'MIME-Version: 1.0', 'Message-ID: <dsn@tenant.example>', 'Auto-Submitted: auto-replied', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
      '--b', 'Content-Type: text/plain', '', `<${email}>: mailbox is full`, '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; tenant.example', '', `Final-Recipient: rfc822; ${email}`, 'Action: failed', 'Status: 5.2.2', '--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${mail.messageId}`, 'Subject: x', '--b--', '',
    ].join('\r\n');
    expect(await bench.bring({ envelope: { from: '', to: replyTo }, raw })).toMatch(/^250/);
    const ticket = await now(id);
    expect(await notes(id)).toMatchObject([{ kind: 'bounce', words: '5.2.2', byName: email, aboutId: ticket.events.at(-1)!.id }]);
    expect(JSON.stringify(showTicket(await bench.database.asTenant(tenantId, async (tx) => (await bench.store.find(tx, id, tenantId))!), bench.clock.now()))).not.toContain('5.2.2');
  });
});

describe('mail to the desk itself', () => {
  it('opens a ticket of the tenant whose member wrote it, when their domain vouches for it', async () => {
    const { tenantId, email } = await bench.tenant();
    expect(await bench.bring({ from: email, to: 'Support@ocr.example', subject: 'Re: Jobs wait', text: 'Since noon\n-- \nLu', dkim: bench.signing(email) })).toMatch(/^250/);
    const [ticket] = await bench.database.asTenant(tenantId, (tx) => bench.store.list(tx, { tenantId, size: 9 }));
    expect(ticket).toMatchObject({ subject: 'Jobs wait', openedByName: 'Lu', state: 'new' });
    expect((await now(ticket!.id)).events[0]).toMatchObject({ words: 'Since noon', checked: expect.stringContaining('dkim=pass') });
    expect(await bench.actionsOf(tenantId)).toEqual(['ticket.opened']);
  });

  it('opens none when nobody vouches for it, and when nobody knows its author', async () => {
    const { tenantId, email } = await bench.tenant();
    expect(await bench.bring({ from: email, to: 'support@ocr.example', text: 'x' })).toMatch(/^550 5\.7\.1/);
    expect(await bench.bring({ from: 'nobody@tenant.example', to: 'support@ocr.example', text: 'x', dkim: bench.signing('nobody@tenant.example') })).toMatch(/^550 5\.7\.1/);
    expect((await bench.owner.query('SELECT 1 FROM ticket WHERE tenant_id = $1', [tenantId])).rowCount).toBe(0);
  });

  it('is taken while the tenant is suspended', async () => {
    const { tenantId, email } = await bench.tenant();
    await bench.owner.query('UPDATE tenant SET suspended_at = clock_timestamp() WHERE id = $1', [tenantId]);
    expect(await bench.bring({ from: email, to: 'support@ocr.example', subject: 'x', text: 'x', dkim: bench.signing(email) })).toMatch(/^250/);
  });
});

it('what is too large, or nested beyond reason, is refused, and the door still stands open', async () => {
  const { id, email, replyTo } = await answered();
  const nested = ['From: ' + email, 'Content-Type: multipart/mixed; boundary=b0', '', ...Array.from({ length: 200 }, (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n`)].join('\r\n');
  expect(await bench.bringUntilSettled({ envelope: { from: email, to: replyTo }, raw: nested })).toMatch(/^554/);
  expect(await bench.bringUntilSettled({ from: email, to: replyTo, text: 'x'.repeat(31_000_000) })).toMatch(/^552/);
  expect(await bench.bringUntilSettled({ from: email, to: replyTo, text: 'still there' })).toMatch(/^250/);
  expect((await now(id)).events.at(-1)).toMatchObject({ words: 'still there' });
});
