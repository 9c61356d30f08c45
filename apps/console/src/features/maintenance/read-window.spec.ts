import { expect, it } from 'vitest';
import { readWindow } from './read-window';

const whole = { kind: 'emergency', title_zh: '标题', title_en: 'Title', text_zh: '说明', text_en: 'Words', starts_at: '2026-12-01T02:00', ends_at: '2026-12-01T04:00', impact_jobs: 'degraded', impact_mail: 'none', reason: ' A disk ', rollback_plan: 'Put it back', begins_by_itself: 'on' };
const fieldsOf = (values: Record<string, string>): FormData => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return fields;
};

it('reads times on the clock of Shanghai, and names the components that are touched', () => {
  const fields = fieldsOf(whole);
  fields.append('plans', 'free');
  fields.append('plans', 'standard');
  expect(readWindow(fields)).toEqual({
    wrong: null,
    window: {
      kind: 'emergency',
      title: { zh: '标题', en: 'Title' },
      text: { zh: '说明', en: 'Words' },
      starts_at: '2026-11-30T18:00:00.000Z',
      ends_at: '2026-11-30T20:00:00.000Z',
      impacts: [{ component: 'jobs', impact: 'degraded' }],
      reason: 'A disk',
      plans: ['free', 'standard'],
      rollback_plan: 'Put it back',
      begins_by_itself: true,
      ends_by_itself: false,
    },
  });
});

it.each(['title_zh', 'title_en', 'text_zh', 'text_en', 'starts_at', 'ends_at', 'rollback_plan'])('names %s where it is missing', (name) => {
  expect(readWindow(fieldsOf({ ...whole, [name]: ' ' }))).toEqual({ wrong: name });
});

it('an end lies after its start, something is touched, and no reason is none', () => {
  expect(readWindow(fieldsOf({ ...whole, ends_at: whole.starts_at }))).toEqual({ wrong: 'order' });
  expect(readWindow(fieldsOf({ ...whole, impact_jobs: 'none' }))).toEqual({ wrong: 'impacts' });
  expect(readWindow(fieldsOf({ ...whole, reason: '' }))).toMatchObject({ window: { reason: null } });
});
