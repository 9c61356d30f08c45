import { api } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { beforeAll, describe, expect, it } from 'vitest';
import { newTenant, problemIn, send, signedIn, product } from './product.js';

const picture = new Uint8Array(drawPage({ lines: ['ONCE'], widthPx: 240, fontPx: 28 }));
const other = new Uint8Array(drawPage({ lines: ['TWICE'], widthPx: 240, fontPx: 28 }));
let tenant: Awaited<ReturnType<typeof newTenant>>;

beforeAll(async () => {
  tenant = await newTenant(50);
});

const formOf = (file: Uint8Array<ArrayBuffer>, languages = 'en'): FormData => {
  const body = new FormData();
  body.set('languages', languages);
  body.set('file', new Blob([file]), 'page.png');
  return body;
};
const recognise = (key: string, body: FormData = formOf(picture), as = tenant.key) => send('/v1/recognitions', { key: as, method: 'POST', headers: { 'idempotency-key': key }, body });
const usage = async () => (await tenant.call(api.usage.usage)).total;

describe('a call with an Idempotency-Key', () => {
  it('is read and billed once, and its repetition gets the same answer to the byte', async () => {
    const before = await usage();
    const first = await recognise('"order 1"');
    const again = await recognise('order 1');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([null, 'true']);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('ratelimit')).toMatch(/^"qps";r=\d+;t=1$/);
    const after = await usage();
    expect([after.accepted - before.accepted, after.billed_pages - before.billed_pages]).toEqual([1, 1]);
  });

  it('of ten at once is read once; the others are told to come again, and then get its answer', async () => {
    const before = await usage();
    const answers = await Promise.all(Array.from({ length: 10 }, () => recognise('order 2')));
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await problemIn(answer)).toMatchObject({ status: 409, code: 'idempotency.in_flight', retryable: true });
    }
    expect((await recognise('order 2')).headers.get('idempotent-replayed')).toBe('true');
    expect((await usage()).accepted - before.accepted).toBe(1);
  });

  it('of another file or other options is refused', async () => {
    await recognise('order 3');
    for (const body of [formOf(other), formOf(picture, 'zh-Hans')]) expect(await problemIn(await recognise('order 3', body))).toMatchObject({ status: 422, code: 'idempotency.mismatch', billed: false });
  });

  it('that was refused can be made good under the same key', async () => {
    expect((await recognise('order 4', formOf(picture, 'tlh'))).status).toBe(422);
    expect((await recognise('order 4')).status).toBe(200);
  });

  it('is somebody else’s call under another key of the same tenant', async () => {
    const { secret } = await tenant.call(api.keys.issue, { body: { label: 'second' } });
    await recognise('order 5');
    expect((await recognise('order 5', formOf(picture), secret)).headers.get('idempotent-replayed')).toBeNull();
  });

  it('makes no second key and no second tenant', async () => {
    const owner = await signedIn(tenant.owner);
    const issue = () => owner.call(api.keys.issue, { body: { label: 'once' }, idempotencyKey: 'key 1' });
    expect((await issue()).secret).toBe((await issue()).secret);
    const { call: admin } = await signedIn(product().admin);
    const open = () => admin(api.admin.openTenant, { body: { name: 'einmal', owner: { name: 'x', email: `once-${tenant.id}@inkproof.example` } }, idempotencyKey: tenant.id });
    expect((await open()).tenant.id).toBe((await open()).tenant.id);
  });
});
