import { FormRequest } from '@inkproof/contract';
import { DAY_MS, type Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showRequest } from '../http/show-request.js';
import { openRequestBench, PEPPER, type RequestBench } from '../testing/request-bench.js';
import { subjectHashOf } from '@inkproof/retention';

const visitor = { kind: 'visitor', id: 'visitor', requestId: 'req_1' } as const;
const SECRET_WORDS = 'Canary-7Q4Z please forget me';

let bench: RequestBench;
beforeAll(async () => {
  bench = await openRequestBench();
});
afterAll(() => bench.close());

let places = 0;
const place = () => `192.0.2.${++places}`;
const by = (asked: object) => FormRequest.parse({ kind: 'withdraw', words: SECRET_WORDS, email: `zhang${places}@person.example`, language: 'en', ...asked });

/** A request that came by the form, and the link in its mail. */
const arrived = async (asked: object = {}) => {
  const tenant = await bench.tenant();
  const { slug } = await bench.desks.of(tenant.tenantId);
  const form = by(asked);
  const id = await bench.ask.with(slug, form, place(), visitor);
  return { ...tenant, id, email: form.email, officer: tenant.email, link: bench.links.issue(tenant.tenantId, id) };
};
const confirmed = async (asked: object = {}) => {
  const request = await arrived(asked);
  await bench.follow.confirm(request.link, place(), visitor);
  return request;
};
const begun = async (asked: object = {}, subject = 'customer 7') => {
  const request = await confirmed(asked);
  await bench.identify.of(request.tenantId, request.id, { method: 'known_contact', note: 'Called back', subject }, request.by);
  return { ...request, at: await bench.begin.for(request.tenantId, request.id, request.by) };
};
const refusedAs = (code: string) => expect.objectContaining({ code });

describe('a person who writes by the form', () => {
  it('gets a mail with a link, confirms by it, and only then is the tenant told', async () => {
    const { id, tenantId, officer, email, link } = await arrived();
    const [mail] = await bench.mailsTo(email);
    expect(mail!.text).toContain(`/requests/follow#${link}`);
    expect(await bench.mailsTo(officer)).toEqual([]);
    expect((await bench.follow.see(link, place())).request.state).toBe('received');
    bench.clock.advance(1);
    expect((await bench.follow.confirm(link, place(), visitor)).request.state).toBe('confirmed');
    expect((await bench.follow.confirm(link, place(), visitor)).request.events.map(({ kind }) => kind)).toEqual(['received', 'confirmed']);
    expect((await bench.mailsTo(officer)).map(({ template }) => template)).toEqual(['request_clock']);
    expect((await bench.entries(tenantId)).map(({ action }) => action)).toEqual(['subject_request.received', 'subject_request.confirmed']);
    expect((await bench.entries(tenantId))[0]!.targets).toEqual([id]);
  });

  it('leaves no word and no address in the tables, in the log or in mails to others', async () => {
    const { email, officer } = await begun();
    const { rows } = await bench.owner.query<{ row: string }>(`SELECT to_jsonb(r)::text AS row FROM subject_request r UNION ALL SELECT to_jsonb(e)::text FROM request_event e UNION ALL SELECT body FROM audit_entry UNION ALL SELECT to_jsonb(m)::text FROM mail m`);
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const { row } of rows) for (const trace of [SECRET_WORDS, email, 'customer 7', hex('Canary-7Q4Z'), hex(email)]) expect(row.includes(trace)).toBe(false);
    for (const { text } of await bench.mailsTo(officer)) expect(text).not.toMatch(/Canary|person\.example/);
  });

  it('is stopped when they write too often, and a closed or unknown form takes nothing', async () => {
    const { tenantId, by: owner } = await bench.tenant();
    const { slug } = await bench.desks.of(tenantId);
    const from = place();
    for (let call = 0; call < 3; call++) await bench.ask.with(slug, by({ email: 'often@person.example' }), from, visitor);
    await expect(bench.ask.with(slug, by({ email: 'often@person.example' }), from, visitor)).rejects.toEqual(refusedAs('dsr.throttled'));
    await bench.desks.change(tenantId, { open: false }, owner);
    await expect(bench.ask.with(slug, by({}), place(), visitor)).rejects.toEqual(refusedAs('form.not_found'));
    const moved = await bench.desks.change(tenantId, { open: true, new_address: true }, owner);
    expect(moved.slug).not.toBe(slug);
    await expect(bench.ask.look(slug)).rejects.toEqual(refusedAs('form.not_found'));
    expect((await bench.ask.look(moved.slug)).tenantId).toBe(tenantId);
  });

  it('takes it back while it is open, and not afterwards', async () => {
    const { link } = await confirmed();
    expect((await bench.follow.withdraw(link, place(), visitor)).request.state).toBe('withdrawn');
    await expect(bench.follow.withdraw(link, place(), visitor)).rejects.toEqual(refusedAs('dsr.ended'));
  });

  it('may ask for one who died, and says for whom', () => {
    expect(FormRequest.safeParse({ kind: 'copy', relation: 'kin', words: 'x', email: 'kin@person.example' }).error?.issues[0]).toMatchObject({ path: ['about'] });
    expect(FormRequest.safeParse({ kind: 'copy', relation: 'kin', about: 'My father', words: 'x', email: 'kin@person.example' }).success).toBe(true);
  });
});

describe('a withdrawal', () => {
  it('takes back every authorisation of the person at once, and none of another', async () => {
    const request = await confirmed();
    const { versionId } = await bench.filing(request.tenantId);
    const hash = subjectHashOf(PEPPER, request.tenantId, 'customer 7');
    const theirs = [await bench.authorisation(request.tenantId, versionId, { subjectHash: hash }), await bench.authorisation(request.tenantId, versionId, { subjectHash: hash })];
    const another = await bench.authorisation(request.tenantId, versionId);
    await bench.identify.of(request.tenantId, request.id, { method: 'account_session', subject: 'customer 7' }, request.by);
    const { tasks } = await bench.begin.for(request.tenantId, request.id, request.by);
    expect(tasks.map(({ kind, state, count }) => [kind, state, count])).toEqual(expect.arrayContaining([['withdraw_authorizations', 'done', 2], ['stop_processing', 'open', null]]));
    const { rows } = await bench.owner.query<{ id: string; withdrawn_at: Date | null; kept_until: Date | null }>('SELECT id, withdrawn_at, kept_until FROM authorisation WHERE tenant_id = $1', [request.tenantId]);
    for (const row of rows) expect(row.withdrawn_at !== null && row.kept_until !== null).toBe(theirs.includes(row.id as Id<'aut'>));
    expect(rows.find(({ id }) => id === another)!.withdrawn_at).toBeNull();
  });

  it('waits for the reference of the person, and is carried out when it is known', async () => {
    const request = await confirmed();
    await bench.identify.of(request.tenantId, request.id, { method: 'document_shown' }, request.by);
    expect((await bench.begin.for(request.tenantId, request.id, request.by)).tasks.find(({ byItself }) => byItself)!.state).toBe('open');
    await bench.identify.of(request.tenantId, request.id, { method: 'document_shown', subject: 'customer 8' }, request.by);
    const again = await bench.begin.for(request.tenantId, request.id, request.by);
    expect(again.tasks.find(({ byItself }) => byItself)!.state).toBe('done');
    expect(again.state).toBe('in_progress');
  });
});

describe('a request is worked on', () => {
  it('by nobody before it is known who asks', async () => {
    const { tenantId, id, by: owner } = await confirmed();
    await expect(bench.begin.for(tenantId, id, owner)).rejects.toEqual(refusedAs('dsr.not_identified'));
    await expect(bench.answer.with(tenantId, id, { outcome: 'answered' }, owner)).rejects.toEqual(refusedAs('dsr.not_identified'));
  });

  it('until each task is done or not needed; then it is answered, and the person told', async () => {
    const { tenantId, id, by: owner, at, email, link } = await begun({ kind: 'delete' });
    await expect(bench.answer.with(tenantId, id, { outcome: 'answered' }, owner)).rejects.toEqual(refusedAs('dsr.tasks_open'));
    for (const task of at.tasks.filter(({ state }) => state === 'open').sort((one, other) => (one.kind < other.kind ? 1 : -1))) await bench.settle.as(tenantId, id, task.id as Id<'dst'>, { state: 'done', certificate: 'del_1' }, owner);
    expect((await bench.answer.with(tenantId, id, { outcome: 'answered', words: 'All of it is gone.' }, owner)).state).toBe('answered');
    expect((await bench.mailsTo(email)).map(({ template }) => template)).toEqual(expect.arrayContaining(['request_confirm', 'request_news']));
    expect((await bench.follow.see(link, place())).request.state).toBe('answered');
    await expect(bench.identify.of(tenantId, id, { method: 'other' }, owner)).rejects.toEqual(refusedAs('dsr.ended'));
  });

  it('by its own tenant only', async () => {
    const [{ id }, stranger] = [await confirmed(), await bench.tenant()];
    await expect(bench.read.one(stranger.tenantId, id)).rejects.toEqual(refusedAs('dsr.not_found'));
    await expect(bench.answer.with(stranger.tenantId, id, { outcome: 'refused', reason: 'x' }, stranger.by)).rejects.toEqual(refusedAs('dsr.not_found'));
    expect(await bench.read.list(stranger.tenantId, { size: 10 })).toEqual([]);
  });

  it('and its proof says who asked what only to those who answer requests', async () => {
    const { tenantId, id, by: owner, officer } = await begun();
    const open = await bench.words.opener(tenantId, id);
    const proofFor = (mayKnow: boolean) => bench.prove.of(tenantId, id, async (request) => showRequest(request, { open, names: await bench.read.names(request), mayKnow, now: bench.clock.now() }));
    expect((await proofFor(true)).request).toMatchObject({ person: { words: SECRET_WORDS }, identity: { method: 'known_contact', by: { id: owner.id, name: officer } }, events: expect.arrayContaining([expect.objectContaining({ kind: 'identified', by: { id: owner.id, name: officer }, words: 'Called back' })]) });
    expect(JSON.stringify((await proofFor(false)).request)).not.toMatch(/Canary|Called back/);
  });
});

describe('the clock', () => {
  const told = async (tenantId: Id<'ten'>, id: Id<'dsr'>) => (await bench.read.one(tenantId, id)).events.map(({ kind }) => kind).filter((kind) => /warned|overdue|lapsed/.test(kind));

  it('warns at half and at four fifths of thirty days, and tells when they are over, each once', async () => {
    const { tenantId, id, officer } = await confirmed();
    const seen: string[][] = [];
    for (const days of [14, 2, 9, 6, 10]) {
      bench.clock.advance(days * DAY_MS);
      await Promise.all([bench.watch.once(), bench.watch.once()]);
      seen.push(await told(tenantId, id));
    }
    expect(seen).toEqual([[], ['warned_50'], ['warned_50', 'warned_80'], ['warned_50', 'warned_80', 'overdue'], ['warned_50', 'warned_80', 'overdue']]);
    expect((await bench.mailsTo(officer)).length).toBe(4);
    expect((await bench.entries(tenantId)).map(({ action }) => action)).toContain('subject_request.overdue');
    expect((await bench.read.list(tenantId, { state: 'overdue', size: 10 })).map((one) => one.id)).toEqual([id]);
  });

  it('gives more time once, before it is over, and tells the person why', async () => {
    const { tenantId, id, by: owner, email } = await confirmed();
    const before = (await bench.read.one(tenantId, id)).dueAt;
    expect((await bench.extend.by(tenantId, id, { days: 15, reason: 'Old archives' }, owner)).dueAt.getTime() - before.getTime()).toBe(15 * DAY_MS);
    await expect(bench.extend.by(tenantId, id, { days: 1, reason: 'x' }, owner)).rejects.toEqual(refusedAs('dsr.extended'));
    expect((await bench.mailsTo(email)).map(({ template }) => template).sort()).toEqual(['request_confirm', 'request_news']);
    await expect(bench.owner.query('UPDATE subject_request SET due_at = due_at + interval \'1 day\' WHERE id = $1', [id])).rejects.toThrow('given more time once');
  });

  it('lets lapse what nobody confirms for a fortnight', async () => {
    const { tenantId, id } = await arrived();
    bench.clock.advance(15 * DAY_MS);
    await bench.watch.once();
    expect(await told(tenantId, id)).toEqual(['lapsed']);
    expect((await bench.read.one(tenantId, id)).state).toBe('withdrawn');
  });
});

it('what a person wrote to the provider is passed on, stands in both logs, and shows the provider no word of it', async () => {
  const { tenantId, email } = await bench.tenant();
  const { by: staff } = await bench.staff('support');
  const forwarded = await bench.forward.with({ tenant: tenantId as `ten_${string}`, kind: 'access', relation: 'self', words: SECRET_WORDS, email: 'lost@person.example', language: 'zh-CN' }, staff);
  expect(forwarded).toMatchObject({ source: 'forwarded', state: 'received', tenant: { id: tenantId } });
  for (const chain of [tenantId, 'provider']) expect((await bench.entries(chain)).at(-1)).toMatchObject({ action: 'subject_request.forwarded', actor: { id: staff.id } });
  expect((await bench.mailsTo(email)).map(({ template }) => template)).toEqual(['request_clock']);
  expect((await bench.forward.list({ size: 10 })).map(({ id }) => id)).toContain(forwarded.id);
  await expect(bench.forward.with({ tenant: 'ten_none', kind: 'access', relation: 'self', words: 'x', email: 'x@person.example', language: 'en' } as never, staff)).rejects.toEqual(refusedAs('tenant.not_found'));
});

describe('one connection is enough', () => {
  let narrow: RequestBench;
  beforeAll(async () => {
    narrow = await openRequestBench(undefined, 1);
  });
  afterAll(() => narrow.close());

  // A second one, asked for while the first is held, would be waited for in vain.
  it.each(['form', 'tenant', 'forwarded'] as const)('for a request that comes by way of %s', async (source) => {
    const { tenantId, by: member } = await narrow.tenant();
    const { by: staff } = await narrow.staff();
    const laid = await narrow.take.lay(tenantId, { ...by({}), subject: 'customer 7' });
    const door = source === 'forwarded' ? narrow.database.asProviderOf.bind(narrow.database) : narrow.database.asTenant.bind(narrow.database);
    const id = await door(tenantId, (tx) => narrow.take.in(tx, tenantId, laid, { source, by: source === 'form' ? visitor : source === 'tenant' ? member : staff }));
    expect(await narrow.read.one(tenantId, id)).toMatchObject({ id, source });
  });

  it('and where it is not, that is seen here', async () => {
    const { tenantId } = await narrow.tenant();
    await expect(narrow.database.asTenant(tenantId, () => narrow.desks.of(tenantId))).rejects.toThrow();
  });
});
