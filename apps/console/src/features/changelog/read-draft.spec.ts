import { expect, it } from 'vitest';
import { readDraft } from './read-draft';

const whole = { kind: 'deprecated', title_zh: '标题', title_en: 'Title', words_zh: '说明', words_en: 'Words', calls: ' GET /v1/usage \n\nGET /v1/limits', effective_at: '2026-12-01T09:00', sunset_at: '2027-06-01T00:00', successor: ' GET /v1/tickets ', compatible: 'yes' };
const fieldsOf = (values: Record<string, string>): FormData => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return fields;
};

it('reads moments on the clock of Shanghai, and each line as a call', () => {
  expect(readDraft(fieldsOf(whole))).toEqual({
    wrong: null,
    draft: { kind: 'deprecated', compatible: false, title: { zh: '标题', en: 'Title' }, words: { zh: '说明', en: 'Words' }, calls: ['GET /v1/usage', 'GET /v1/limits'], effective_at: '2026-12-01T01:00:00.000Z', sunset_at: '2027-05-31T16:00:00.000Z', successor: 'GET /v1/tickets' },
  });
});

it('leaves out what belongs to a deprecation alone', () => {
  expect(readDraft(fieldsOf({ ...whole, kind: 'changed' }))).toMatchObject({ draft: { compatible: true, sunset_at: null, successor: null } });
});

it.each(['title_zh', 'title_en', 'words_zh', 'words_en', 'effective_at', 'sunset_at'])('names %s where it is missing', (name) => {
  expect(readDraft(fieldsOf({ ...whole, [name]: '  ' }))).toEqual({ wrong: name });
});
