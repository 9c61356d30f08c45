import { createHash, createPublicKey, verify } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { canonical, type Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aContent } from '../testing/a-content.js';
import { showFiling } from '../http/show-filing.js';
import { officer, openFilingHouse, PNG, reviewer, type FilingHouse } from '../testing/filing-house.js';
import { printReceipt } from './print-receipt.js';

let house: FilingHouse;
let one: Id<'ten'>;
let other: Id<'ten'>;
beforeAll(async () => {
  house = await openFilingHouse();
  ({ one, other } = house.tenants);
});
afterAll(() => house.close());

const actions = async (chain: string, target: string): Promise<string[]> => (await house.owner.query<{ action: string }>(`SELECT action FROM audit_entry WHERE chain = $1 AND body::jsonb -> 'targets' ? $2 ORDER BY seq`, [chain, target])).rows.map(({ action }) => action);
const stateOf = async (id: string) => (await house.database.asTenant(one, (tx) => house.store.find(tx, one, id)))?.state;

describe('a draft', () => {
  it('begins with whatever is known, its text tidied, its digest that of the stored text', async () => {
    const draft = await house.begin.for(one, { name: 'x', text: 'Cafe\u0301\r\n', spans: [{ clause: 'a', begins: 0, ends: 99 }] }, officer);
    expect(draft).toMatchObject({ number: 1, state: 'draft', text: 'Café\n', spans: [{ clause: 'a', begins: 0, ends: 5 }], textSha256: createHash('sha256').update('Café\n').digest('hex') });
    expect(await actions(one, draft.id)).toEqual(['filing.drafted']);
  });

  it('changes field by field, and its marks follow their words', async () => {
    const draft = await house.begin.for(one, { ...aContent(), name: 'x' }, officer);
    const changed = await house.change.for(one, draft.filing.id, { name: 'y', text: `前言\n${draft.text}`, retentionDays: 0 }, officer);
    expect(changed).toMatchObject({ filing: { name: 'y' }, retentionDays: 0, purpose: draft.purpose, spans: draft.spans.map(({ begins, ends, clause }) => ({ clause, begins: begins + 3, ends: ends + 3 })) });
  });

  it('is seen by its tenant and by nobody else', async () => {
    const draft = await house.whole(one);
    await expect(house.read.version(other, draft.id)).rejects.toMatchObject({ code: 'filing.not_found' });
    await expect(house.read.version('provider', draft.id)).rejects.toMatchObject({ code: 'filing.not_found' });
    await expect(house.change.for(other, draft.filing.id, { text: 'x' }, officer)).rejects.toMatchObject({ code: 'filing.not_found' });
  });

  it('is not handed in while something is missing, and is told what', async () => {
    const draft = await house.begin.for(one, { ...aContent(), name: 'x', purpose: null }, officer);
    await expect(house.submit.for(one, draft.filing.id, officer)).rejects.toMatchObject({ code: 'filing.incomplete', extras: { errors: [{ field: 'purpose' }, { field: 'page_screenshot' }, { field: 'separate_consent' }] } });
    expect(await stateOf(draft.id)).toBe('draft');
  });

  it('goes with its files and its filing when it is discarded', async () => {
    const draft = await house.whole(one);
    const { version } = await house.read.version(one, draft.id);
    await house.change.discard(one, draft.filing.id, officer);
    await expect(house.read.filing(one, draft.filing.id)).rejects.toMatchObject({ code: 'filing.not_found' });
    for (const { objectId } of version.files) expect(await house.objects.get(one, objectId)).toBeUndefined();
  });
});

describe('files', () => {
  it('are sealed and given back to the byte, to their tenant, and to the provider once they were handed in', async () => {
    const { filing, id } = await house.whole(one);
    const [file] = (await house.read.version(one, id)).version.files;
    expect((await house.files.read(one, { filingId: filing.id }, file!.id)).bytes.equals(PNG)).toBe(true);
    await expect(house.files.read(other, { filingId: filing.id }, file!.id)).rejects.toMatchObject({ code: 'filing.not_found' });
    await expect(house.files.read('provider', { versionId: id }, file!.id)).rejects.toMatchObject({ code: 'filing.not_found' });
    await house.submit.for(one, filing.id, officer);
    expect((await house.files.read('provider', { versionId: id }, file!.id)).bytes.equals(PNG)).toBe(true);
    await expect(house.files.remove(one, filing.id, file!.id, officer)).rejects.toMatchObject({ code: 'filing.not_editable' });
  });

  it('are of few kinds and not without end', async () => {
    const { filing } = await house.whole(one);
    const add = (bytes: Buffer) => house.files.add(one, filing.id, { kind: 'source', name: 'x', bytes }, officer);
    await expect(add(Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'image.unsupported' });
    for (let i = 2; i < 20; i++) await add(PNG);
    await expect(add(PNG)).rejects.toMatchObject({ code: 'filing.too_many_files' });
  });
});

describe('what was handed in', () => {
  it('stands as it is until the provider answers, and waits two working days at most', async () => {
    const version = await house.handedIn(one);
    await expect(house.change.for(one, version.filing.id, { text: 'x' }, officer)).rejects.toMatchObject({ code: 'filing.not_editable' });
    await expect(house.begin.anew(one, version.filing.id, officer)).rejects.toMatchObject({ code: 'filing.draft_waiting' });
    const { versions } = await house.read.queue({ state: 'submitted', size: 100 });
    expect(versions.map(({ id }) => id)).toContain(version.id);
  });

  it('is accepted by another person, for the text they have read', async () => {
    const version = await house.handedIn(one);
    const decision = { verdict: 'accept', textSha256: version.textSha256 } as const;
    await expect(house.decide.for(version.id, decision, { ...reviewer, id: officer.id })).rejects.toMatchObject({ code: 'filing.own' });
    await expect(house.decide.for(version.id, { ...decision, textSha256: '0'.repeat(64) }, reviewer)).rejects.toMatchObject({ code: 'filing.changed' });
    expect(await house.decide.for(version.id, decision, reviewer)).toMatchObject({ state: 'accepted', reviewedBy: reviewer.id, acceptedAt: house.clock.now() });
    await expect(house.decide.for(version.id, decision, reviewer)).rejects.toMatchObject({ code: 'filing.not_submitted' });
    expect(await actions(one, version.id)).toEqual(['filing.drafted', 'filing.file_added', 'filing.file_added', 'filing.submitted', 'filing.accepted']);
    expect(await actions('provider', version.id)).toEqual(['filing.accepted']);
  });

  it('is decided once, however many decide at once', async () => {
    const version = await house.handedIn(one);
    const verdicts = ['accept', 'refuse', 'correct', 'accept'] as const;
    const outcomes = await Promise.allSettled(verdicts.map((verdict, at) => house.decide.for(version.id, { verdict, textSha256: version.textSha256, words: 'x' }, { ...reviewer, id: `per_${at}` } satisfies Actor)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('comes back for correction, is changed and handed in again', async () => {
    const version = await house.handedIn(one);
    house.clock.advance(1_000);
    await house.decided(version, 'correct');
    house.clock.advance(1_000);
    await house.change.for(one, version.filing.id, { rights: '写信至 privacy@chengjiang.example' }, officer);
    expect(await house.submit.for(one, version.filing.id, officer)).toMatchObject({ state: 'submitted', reviewedAt: null });
    house.clock.advance(1_000);
    await house.comment.for(one, { filingId: version.filing.id, versionId: version.id }, '已补正', officer);
    house.clock.advance(1_000);
    await house.comment.for('provider', { versionId: version.id }, '收到', reviewer);
    const { events } = await house.read.version('provider', version.id);
    expect(events.map(({ kind, byProvider, words }) => [kind, byProvider, words])).toEqual([
      ['submitted', false, null],
      ['correction_requested', true, 'As it is'],
      ['submitted', false, null],
      ['commented', false, '已补正'],
      ['commented', true, '收到'],
    ]);
  });
});

describe('a new version', () => {
  it('supersedes the one in force in the instant it is accepted, and says whether people have to agree anew', async () => {
    const first = await house.decided(await house.handedIn(one));
    const draft = await house.begin.anew(one, first.filing.id, officer);
    expect(draft).toMatchObject({ number: 2, text: first.text, spans: first.spans, effectiveOn: null, files: [] });
    expect((await house.read.version(one, draft.id)).reconsentNeeded).toBe(false);
    await house.change.for(one, first.filing.id, { purpose: '风险评估', effectiveOn: '2026-11-22' }, officer);
    for (const kind of ['page_screenshot', 'separate_consent'] as const) await house.files.add(one, first.filing.id, { kind, name: 'x', bytes: PNG }, officer);
    const second = await house.decided(await house.submit.for(one, first.filing.id, officer));
    const [before, after] = [await house.read.version(one, first.id), await house.read.version(one, second.id)];
    expect(before.version).toMatchObject({ state: 'superseded', endedAt: after.version.acceptedAt });
    expect(after).toMatchObject({ reconsentNeeded: true, version: { state: 'accepted' } });
    expect(await house.read.difference(one, second.id)).toMatchObject({ against: { id: first.id }, changed: ['effectiveOn', 'purpose'], reconsentNeeded: true });
    await expect(house.change.for(one, first.filing.id, { name: 'z' }, officer)).rejects.toMatchObject({ code: 'filing.not_editable' });
  });

  it('that is accepted ahead of its day supersedes the one in force when that begins, is announced as such, and told once on however many nodes', async () => {
    const first = await house.decided(await house.handedIn(one));
    await house.begin.anew(one, first.filing.id, officer);
    await house.change.for(one, first.filing.id, { effectiveOn: '2026-12-02' }, officer);
    for (const kind of ['page_screenshot', 'separate_consent'] as const) await house.files.add(one, first.filing.id, { kind, name: 'x', bytes: PNG }, officer);
    const second = await house.decided(await house.submit.for(one, first.filing.id, officer));
    const shown = async () => showFiling(await house.read.filing(one, first.filing.id), house.clock.now());
    const toInstant = (text: string) => house.clock.advance(Date.parse(text) - house.clock.now().getTime());
    toInstant('2026-12-01T15:59:59.999Z');
    await house.giveWay.once();
    expect(await shown()).toMatchObject({ in_force: { id: first.id }, next: { id: second.id, effective_on: '2026-12-02' } });
    house.clock.advance(1);
    expect(await shown()).toMatchObject({ in_force: { id: second.id }, next: null, versions: [{ state: 'accepted' }, { state: 'superseded', ended_at: '2026-12-01T16:00:00.000Z' }] });
    expect(await stateOf(first.id)).toBe('accepted');
    house.clock.advance(3_600_000);
    await expect(house.withdraw.for(one, first.filing.id, first.id, 'x', officer)).rejects.toMatchObject({ code: 'filing.ended' });
    await Promise.all([house.giveWay.once(), house.giveWay.once()]);
    expect((await house.read.version(one, first.id)).version).toMatchObject({ state: 'superseded', endedAt: new Date('2026-12-01T16:00:00.000Z') });
    expect((await actions(one, first.id)).filter((action) => action === 'filing.superseded')).toHaveLength(1);
    expect(await house.giveWay.once()).toBe(0);
  });

  it('that is withdrawn before its day leaves the one in force as it is', async () => {
    const first = await house.decided(await house.handedIn(one));
    await house.begin.anew(one, first.filing.id, officer);
    await house.change.for(one, first.filing.id, { effectiveOn: '2027-02-01' }, officer);
    for (const kind of ['page_screenshot', 'separate_consent'] as const) await house.files.add(one, first.filing.id, { kind, name: 'x', bytes: PNG }, officer);
    const second = await house.decided(await house.submit.for(one, first.filing.id, officer));
    await house.withdraw.for(one, first.filing.id, second.id, '不换版', officer);
    house.clock.advance(120 * 86_400_000);
    await house.giveWay.once();
    expect(await stateOf(first.id)).toBe('accepted');
  });

  it('leaves the one in force alone while it waits, and is taken out of the queue when it is withdrawn', async () => {
    const first = await house.decided(await house.handedIn(one));
    await house.begin.anew(one, first.filing.id, officer);
    await house.change.discard(one, first.filing.id, officer);
    expect(await stateOf(first.id)).toBe('accepted');
    expect((await house.read.filing(one, first.filing.id)).versions).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  it('takes effect at once and for good, and is told to webhooks and officers in the same transaction', async () => {
    const { owner } = house;
    await owner.query(`INSERT INTO webhook (id, tenant_id, url, label, events, enabled, created_at, secret_hint, sealed, sealed_key) VALUES ('whk_1', $1, 'https://x.example', 'x', '{filing.accepted,filing.withdrawn}', true, now(), 'x', '', '')`, [one]);
    const version = await house.decided(await house.handedIn(one));
    await expect(house.withdraw.for(other, version.filing.id, version.id, 'x', officer)).rejects.toMatchObject({ code: 'filing.not_found' });
    expect(await house.withdraw.for(one, version.filing.id, version.id, '不再使用', officer)).toMatchObject({ state: 'withdrawn', endedAt: house.clock.now() });
    await expect(house.withdraw.for(one, version.filing.id, version.id, 'x', officer)).rejects.toMatchObject({ code: 'filing.ended' });
    const { rows: told } = await owner.query<{ event: string }>(`SELECT event FROM webhook_delivery WHERE subject = $1 ORDER BY id`, [version.id]);
    expect(told.map(({ event }) => event).sort()).toEqual(['filing.accepted', 'filing.withdrawn']);
    const { rows: mails } = await owner.query<{ count: string }>(`SELECT count(*) FROM mail WHERE tenant_id = $1 AND template = 'filing_moved'`, [one]);
    expect(Number(mails[0]!.count)).toBeGreaterThanOrEqual(2);
    expect((await house.begin.anew(one, version.filing.id, officer)).number).toBe(2);
  });
});

describe('a receipt', () => {
  it('is signed, names its entry in the audit log, and says that the tenant’s duty stays', async () => {
    const version = await house.decided(await house.handedIn(one));
    const { receipt, signature } = await house.receipts.for(one, version.id);
    const { rows } = await house.owner.query<{ seq: string; hash: Buffer; public_key: Buffer }>(`SELECT e.seq, e.hash, k.public_key FROM audit_entry e, audit_key k WHERE e.chain = $1 AND e.action = 'filing.accepted' AND e.body::jsonb -> 'targets' ? $2 AND k.id = $3`, [one, version.id, receipt.key]);
    expect(receipt.entry).toEqual({ chain: one, seq: Number(rows[0]!.seq), hash: rows[0]!.hash.toString('hex') });
    expect(receipt.checkpoint.seq).toBeGreaterThanOrEqual(receipt.entry.seq);
    const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), rows[0]!.public_key]), format: 'der', type: 'spki' });
    const isSigned = (said: object) => verify(null, Buffer.from(`inkproof:receipt:1\n${canonical(said)}`), key, Buffer.from(signature, 'hex'));
    expect([isSigned(receipt), isSigned({ ...receipt, version: { ...receipt.version, text_sha256: '0'.repeat(64) } })]).toEqual([true, false]);
    expect(receipt).toMatchObject({ provider: '砚台科技有限公司', version: { text_sha256: version.textSha256 } });
    expect(receipt.duty).toContain('无论乙方是否采取了检查措施，以及检查结论如何，均不影响甲方承担');
  });

  it('is printed on one page with the signed JSON attached', async () => {
    const version = await house.decided(await house.handedIn(one));
    const receipt = await house.receipts.for('provider', version.id);
    const pdf = await PDFDocument.load(await printReceipt(receipt));
    expect(pdf.getPageCount()).toBe(1);
    expect(pdf.getAttachments().map(({ name, data }) => [name, JSON.parse(Buffer.from(data).toString()) as unknown])).toEqual([['receipt.json', receipt]]);
  });

  it('is not given for what was not accepted, nor to another tenant', async () => {
    const version = await house.handedIn(one);
    await expect(house.receipts.for(one, version.id)).rejects.toMatchObject({ code: 'filing.not_accepted' });
    await expect(house.receipts.for(other, version.id)).rejects.toMatchObject({ code: 'filing.not_found' });
  });
});

it('queues whoever waits longest first, page by page', async () => {
  house.clock.advance(1_000);
  await house.handedIn(other);
  house.clock.advance(1_000);
  await house.handedIn(other);
  const everything = (await house.read.queue({ state: 'submitted', size: 100 })).versions;
  expect(everything.map(({ submittedAt }) => submittedAt!.getTime())).toEqual(everything.map(({ submittedAt }) => submittedAt!.getTime()).toSorted((a, b) => a - b));
  const paged: string[] = [];
  for (let beyond: string | undefined; ; beyond = paged.at(-1)) {
    const { versions } = await house.read.queue({ state: 'submitted', size: 1, ...(beyond && { beyond }) });
    if (!versions.length) break;
    paged.push(versions[0]!.id);
  }
  expect(paged).toEqual(everything.map(({ id }) => id));
});
