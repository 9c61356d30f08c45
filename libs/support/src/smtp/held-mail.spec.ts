import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailBench, type MailBench } from '../testing/mail-bench.js';

const CANARY = 'Canary-7Q4Z';
const HOUR_MS = 3_600_000;

let bench: MailBench;
let lin: Actor;
beforeAll(async () => {
  bench = await openMailBench();
  lin = await bench.staff('Lin');
});
afterAll(() => bench.close());

/** Somebody who writes for two tenants, may only look at a third, and is nobody in a fourth. */
const consultant = async () => {
  const [{ tenantId: one, email, by }, { tenantId: other }, { tenantId: seen }, { tenantId: strange }] = [await bench.tenant(), await bench.tenant(), await bench.tenant(), await bench.tenant()];
  for (const [tenantId, role] of [[other, 'developer'], [seen, 'viewer']]) await bench.owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, $3::"MemberRole", clock_timestamp())`, [tenantId, by.id, role]);
  const writes = (mail: object = {}) => bench.bring({ from: email, to: 'support@ocr.example', subject: 'Re: Jobs wait', text: `Since noon ${CANARY}`, dkim: bench.signing(email), ...mail });
  const held = async () => (await bench.heldMails.page({ limit: 100 })).items.filter(({ from }) => from.id === by.id);
  const tickets = (tenantId: Id<'ten'>) => bench.database.asTenant(tenantId, (tx) => bench.store.list(tx, { tenantId, size: 9 }));
  return { one, other, seen, strange, email, by, writes, held, tickets };
};
const drawers = async (): Promise<number> => (await bench.owner.query(`SELECT 1 FROM drawer WHERE name LIKE 'held mail %'`)).rowCount!;

describe('mail of somebody who writes for several tenants', () => {
  it('is taken, and waits at the desk with the tenants it may be of', async () => {
    const { one, other, email, by, writes, held, tickets } = await consultant();
    expect(await writes({ attachments: [{ filename: 'node.log', content: 'lease kept' }] })).toMatch(/^250/);
    expect(await held()).toEqual([expect.objectContaining({ subject: 'Re: Jobs wait', words: `Since noon ${CANARY}`, checked: expect.stringContaining('dkim=pass'), from: { id: by.id, name: 'Lu', email }, files: [{ name: 'node.log', bytes: 10 }] })]);
    expect((await held())[0]!.tenants.map(({ id }) => id).sort()).toEqual([one, other].sort());
    for (const tenantId of [one, other]) {
      expect(await tickets(tenantId)).toEqual([]);
      expect(await bench.database.asTenant(tenantId, (tx) => tx.heldMail.findMany())).toEqual([]);
    }
  });

  it('is no word of which anybody reads who has the database alone', async () => {
    const { writes } = await consultant();
    await writes({ attachments: [{ filename: 'node.log', content: CANARY }] });
    const { rows } = await bench.owner.query<{ sealed: Buffer; sealed_files: Buffer }>('SELECT * FROM held_mail');
    for (const row of rows) expect(JSON.stringify([row, row.sealed.toString('latin1'), row.sealed_files.toString('latin1')])).not.toContain('Canary');
  });

  it('becomes a ticket of the tenant that the desk picks, as if it had come to that one, and nothing else is left of it', async () => {
    const { one, other, by, writes, held, tickets } = await consultant();
    await writes({ messageId: '<held@tenant.example>', attachments: [{ filename: 'node.log', content: 'lease kept' }, { filename: 'x.svg', content: '<svg/>' }] });
    const { id, at } = (await held())[0]!;
    bench.clock.advance(2 * HOUR_MS);
    const before = await drawers();
    const ticketId = await bench.place.for(id, { tenant: other }, lin);
    const [ticket] = await tickets(other);
    expect(ticket).toMatchObject({ id: ticketId, subject: 'Jobs wait', openedBy: by.id, openedByName: 'Lu', openedAt: new Date(at), state: 'new' });
    const [opened] = (await bench.database.asTenant(other, (tx) => bench.store.find(tx, ticketId, other)))!.events;
    expect(opened).toMatchObject({ words: `Since noon ${CANARY}\n\n[1 × 📎 ✗]`, checked: expect.stringContaining('dkim=pass'), files: [{ name: 'node.log' }] });
    expect((await bench.files.asTenant(other, { id: ticketId, file: opened!.files[0]!.id })).bytes.toString()).toBe('lease kept');
    expect([await tickets(one), await held(), await drawers()]).toEqual([[], [], before - 1]);
    expect(await bench.actionsOf(other)).toEqual(['ticket.opened', 'ticket.mail_placed']);
    expect(await bench.actionsOf(one)).toEqual([]);
    expect(await writes({ messageId: '<held@tenant.example>' })).toMatch(/^250/);
    expect(await held()).toEqual([]);
  });

  it('is answered like any ticket, and the answer to that is a reply', async () => {
    const { one, email, writes, held } = await consultant();
    await writes();
    const ticketId = await bench.place.for((await held())[0]!.id, { tenant: one }, lin);
    await bench.desk.reply(ticketId, { words: 'Which job?', state: 'waiting_tenant' }, lin);
    const mail = (await bench.delivered()).find(({ to }) => JSON.stringify(to).includes(email))!;
    expect(await bench.bring({ from: email, to: mail.replyTo!.value[0]!.address!, text: 'Job 7' })).toMatch(/^250/);
    expect((await bench.database.asTenant(one, (tx) => bench.store.find(tx, ticketId, one)))!.events.at(-1)).toMatchObject({ kind: 'replied', side: 'tenant', words: 'Job 7' });
  });

  it('belongs to a ticket that stands already where the desk says so, as its author’s word, and counts from when it came', async () => {
    const { one, by, writes, held, tickets } = await consultant();
    const ticket = (await bench.tenantSide.open(one, { subject: 'Jobs wait', words: 'x', priority: 'p2' }, by)).id as Id<'tkt'>;
    await bench.desk.reply(ticket, { words: 'Since when?', state: 'waiting_tenant' }, lin);
    bench.clock.advance(HOUR_MS);
    await writes({ messageId: '<since@tenant.example>', attachments: [{ filename: 'node.log', content: 'lease kept' }] });
    const { id, at } = (await held())[0]!;
    bench.clock.advance(3 * HOUR_MS);
    const before = await drawers();
    expect(await bench.place.for(id, { tenant: one, ticket }, lin)).toBe(ticket);
    const [row] = await tickets(one);
    expect(row).toMatchObject({ id: ticket, state: 'open', changedAt: bench.clock.now() });
    const last = (await bench.database.asTenant(one, (tx) => bench.store.find(tx, ticket, one)))!.events.at(-1)!;
    expect(last).toMatchObject({ kind: 'replied', side: 'tenant', by: by.id, words: `Since noon ${CANARY}`, at: new Date(at), checked: expect.stringContaining('dkim=pass'), files: [{ name: 'node.log' }] });
    // The next word is owed from when it came, and so is late sooner.
    expect(row!.standing.clocks.next).toMatchObject({ since: Date.parse(at) });
    expect([await held(), await drawers()]).toEqual([[], before - 1]);
    expect((await bench.actionsOf(one)).slice(-1)).toEqual(['ticket.mail_placed']);
    await writes({ messageId: '<since@tenant.example>' });
    expect(await held()).toEqual([]);
  });

  it('goes to no ticket of another tenant, not even of one that its author writes for too, and to none that is closed', async () => {
    const { one, other, by, writes, held } = await consultant();
    const [mine, theirs] = [(await bench.tenantSide.open(one, { subject: 'x', words: 'x', priority: 'p3' }, by)).id as Id<'tkt'>, (await bench.tenantSide.open(other, { subject: 'x', words: 'x', priority: 'p3' }, by)).id as Id<'tkt'>];
    await writes();
    const { id } = (await held())[0]!;
    for (const ticket of [theirs, 'tkt_none'] as const) await expect(bench.place.for(id, { tenant: one, ticket }, lin)).rejects.toMatchObject({ code: 'ticket.not_found' });
    await bench.desk.merge(mine, (await bench.tenantSide.open(one, { subject: 'x', words: 'x', priority: 'p3' }, by)).id as Id<'tkt'>, lin);
    await expect(bench.place.for(id, { tenant: one, ticket: mine }, lin)).rejects.toMatchObject({ code: 'ticket.closed' });
    expect(await held()).toHaveLength(1);
  });

  it('goes to no tenant that its author may not write for, not even to one they have left since', async () => {
    const { one, seen, strange, by, writes, held } = await consultant();
    await writes();
    const { id } = (await held())[0]!;
    await bench.owner.query('DELETE FROM member WHERE tenant_id = $1 AND person_id = $2', [one, by.id]);
    for (const tenantId of [one, seen, strange]) await expect(bench.place.for(id, { tenant: tenantId }, lin)).rejects.toMatchObject({ code: 'tenant.not_found' });
    expect(await held()).toHaveLength(1);
  });

  it('is placed once, however many place it at once', async () => {
    const { one, other, writes, held, tickets } = await consultant();
    await writes();
    const { id } = (await held())[0]!;
    const tried = await Promise.allSettled([one, other, one].map((tenantId) => bench.place.for(id, { tenant: tenantId }, lin)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const tries of tried) if (tries.status === 'rejected') expect(tries.reason).toMatchObject({ code: 'mail.not_found' });
    expect([...(await tickets(one)), ...(await tickets(other))]).toHaveLength(1);
  });

  it('is held once, however often it is brought, and put off when it comes too fast', async () => {
    const { writes, held } = await consultant();
    for (let time = 0; time < 3; time++) expect(await writes({ messageId: '<same@tenant.example>' })).toMatch(/^250/);
    expect(await held()).toHaveLength(1);
    const said: string[] = [];
    for (let at = 0; at < 11; at++) said.push((await writes({ text: `ping ${at}` })).slice(0, 3));
    expect(said).toEqual([...Array<string>(9).fill('250'), '452', '452']);
  });

  it('is held though somebody else’s ticket has a mail of that name, and not when one of theirs has', async () => {
    const { one, strange, writes, held } = await consultant();
    const stands = async (tenantId: Id<'ten'>, messageId: string): Promise<void> => {
      const ticketId = bench.ids.next('tkt');
      await bench.owner.query(`INSERT INTO ticket (id, tenant_id, subject, priority, state, opened_at, opened_by, changed_at, standing) VALUES ($1, $2, 'x', 'p3', 'open', now(), 'per_x', now(), '{}')`, [ticketId, tenantId]);
      await bench.owner.query(`INSERT INTO ticket_mail (id, tenant_id, ticket_id, way, at, message_id) VALUES ($1, $2, $3, 'in', now(), $4)`, [bench.ids.next('tml'), tenantId, ticketId, messageId]);
    };
    await stands(strange, '<one@tenant.example>');
    await stands(one, '<two@tenant.example>');
    for (const messageId of ['<one@tenant.example>', '<two@tenant.example>']) expect(await writes({ messageId })).toMatch(/^250/);
    expect(await held()).toHaveLength(1);
  });

  it('is refused as before when nobody vouches for it', async () => {
    const { writes, held } = await consultant();
    expect(await writes({ dkim: undefined })).toMatch(/^550 5\.7\.1/);
    expect(await held()).toEqual([]);
  });

  it('goes by itself after thirty days, with its key', async () => {
    const { writes, held } = await consultant();
    await writes();
    bench.clock.advance(30 * 24 * HOUR_MS - 1);
    expect(await held()).toHaveLength(1);
    await bench.forgetHeld.once();
    expect(await held()).toHaveLength(1);
    bench.clock.advance(1);
    await bench.forgetHeld.once();
    expect([await held(), await drawers()]).toEqual([[], 0]);
  });
});
