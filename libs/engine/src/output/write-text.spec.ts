import { expect, it } from 'vitest';
import { anyText } from './testing/any-text.js';
import { textForms, type TextForm } from './text-forms.js';
import { writeText } from './write-text.js';

const forms = Object.keys(textForms) as TextForm[];
const page = anyText(3);
/** As a result is kept: in JSON, with more than its pages. */
const kept = (pages: number): Buffer => Buffer.from(JSON.stringify({ id: 'rec_1', pages: Array.from({ length: pages }, (_, index) => ({ ...page, png: undefined, number: index + 1 })) }));
const pagesOf = (bytes: number): number => Math.ceil(bytes / (kept(2).length - kept(1).length));
const [small, large] = [kept(1), kept(pagesOf(2_500_000))];
const direct = (form: TextForm, result: Buffer): string => textForms[form]((JSON.parse(result.toString()) as { pages: Parameters<typeof textForms.alto>[0] }).pages);

it.each(forms)('is the same whether the result is small or large: %s', async (form) => {
  for (const result of [small, large]) expect(Buffer.from(await writeText(form, result, { lane: 'one' })).toString()).toBe(direct(form, result));
});

it('lets others go on while a large result is written', async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 5);
  await writeText('alto', large, { lane: 'one' });
  clearInterval(others);
  expect(turns).toBeGreaterThan(5);
});

it('ends with whoever asked for it', async () => {
  const hangUp = new AbortController();
  const asked = writeText('alto', large, { lane: 'one', signal: hangUp.signal });
  hangUp.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(await writeText('text', large, { lane: 'one' })).not.toHaveLength(0);
});
