import { api, outputFormats, Recognition, type OutputFormat } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import { beforeAll, describe, expect, it } from 'vitest';
import { newTenant, problemIn, send, withKey } from './product.js';

/** A word, quickly read. */
const picture = new Uint8Array(drawPage({ lines: ['KEPT'], widthPx: 240, fontPx: 28 }));
let tenant: Awaited<ReturnType<typeof newTenant>>;

beforeAll(async () => {
  tenant = await newTenant(50);
});

const recognise = async (query: string, key = tenant.key): Promise<Recognition> => {
  const response = await send(`/v1/recognitions?languages=en${query}`, { key, method: 'POST', headers: { 'content-type': 'image/png' }, body: picture });
  expect(response.status, await response.clone().text()).toBe(200);
  return Recognition.parse(await response.json());
};
const find = (id: string, query = '', headers: Record<string, string> = {}) => send(`/v1/recognitions/${id}${query}`, { key: tenant.key, headers });
const formats = Object.entries(outputFormats) as [OutputFormat, string][];

describe('a result', () => {
  it('exists in its answer and nowhere else unless it was asked to be kept', async () => {
    const { id, retention } = await recognise('');
    expect(retention).toEqual({ kept: 'none', until: null });
    expect(await problemIn(await find(id))).toMatchObject({ status: 410, code: 'recognition.not_kept' });
    const { items } = await tenant.call(api.recognitions.list);
    expect(items[0]).toMatchObject({ id, words: 1, retention: { kept: 'none', until: null } });
  });

  it('that was kept is found again, and says until when', async () => {
    const made = await recognise('&retention=result');
    expect(made.retention.kept).toBe('result');
    expect(Date.parse(made.retention.until!)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect(await (await find(made.id)).json()).toEqual(made);
    expect((await tenant.call(api.recognitions.list)).items[0]!.retention).toEqual(made.retention);
    expect(await problemIn(await find(made.id, '?format=pdf'))).toMatchObject({ status: 410, code: 'recognition.file_not_kept' });
  });

  it('is kept as the key says when the call does not say', async () => {
    const { secret, retention } = await tenant.call(api.keys.issue, { body: { label: 'archive', retention: 'result' } });
    expect(retention).toBe('result');
    expect((await recognise('', secret)).retention.kept).toBe('result');
    expect((await recognise('&retention=none', secret)).retention.kept).toBe('none');
  });

  it('comes in every form, by name and by Accept, never as a page of ours', async () => {
    const { id } = await recognise('&retention=all');
    for (const [format, mediaType] of formats)
      for (const answer of [await find(id, `?format=${format}`), await find(id, '', { accept: mediaType })]) {
        expect(answer.status, format).toBe(200);
        expect(answer.headers.get('content-type')).toContain(mediaType);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        const bytes = Buffer.from(await answer.arrayBuffer());
        if (format === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
        else expect(bytes.toString()).toContain('KEPT');
      }
    expect((await find(id, '?format=pdf')).headers.get('content-disposition')).toBe(`attachment; filename="${id}.pdf"`);
  });

  it('carries further forms in its answer, kept or not', async () => {
    const { outputs } = await recognise(`&outputs=${formats.map(([format]) => format).join(',')}`);
    expect(outputs.map(({ format, media_type }) => [format, media_type])).toEqual(formats.filter(([format]) => format !== 'json'));
    for (const { format, text, base64 } of outputs) {
      if (format === 'pdf') expect(Buffer.from(base64!, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
      else expect(text).toContain('KEPT');
    }
  });

  it('of a call from the console is not kept either', async () => {
    const recognition = await tenant.call(api.recognitions.create, { file: new Blob([picture]), options: { languages: 'en' } });
    expect(recognition).toMatchObject({ channel: 'console', retention: { kept: 'none' } });
    await expect(withKey(tenant.key)(api.recognitions.find, { params: { id: recognition.id } })).rejects.toMatchObject({ problem: { code: 'recognition.not_kept' } });
  });
});
