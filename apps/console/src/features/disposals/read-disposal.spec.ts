import { expect, it } from 'vitest';
import { readDisposal } from './read-disposal';

const whole = { kind: 'tape', make: ' LTO-8 ', serial: 'A1', place: 'Vault', recognition: 'on', whose: 'all', reason: 'Old', method: 'purge', technique: 'degauss', sanitised_at: '2026-11-27T08:30', verified_by: 'tool_report', verification: 'Field 2 T' };
const fieldsOf = (values: Record<string, string>): FormData => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
  return fields;
};

it('reads an entry, its moment by the clock of Shanghai', () => {
  expect(readDisposal(fieldsOf(whole), [])).toEqual({
    wrong: null,
    said: { kind: 'tape', make: 'LTO-8', serial: 'A1', place: 'Vault', classes: ['recognition'], tenants: 'all', reason: 'Old', method: 'purge', technique: 'degauss', sanitised_at: '2026-11-27T00:30:00.000Z', verified_by: 'tool_report', verification: 'Field 2 T', contractor: null },
  });
});

it.each(['make', 'serial', 'place', 'reason', 'verification', 'sanitised_at'] as const)('names %s when it is empty', (name) => {
  expect(readDisposal(fieldsOf({ ...whole, [name]: ' ' }), [])).toEqual({ wrong: name });
});

it('records are somebody’s, and a medium without records is nobody’s', () => {
  expect(readDisposal(fieldsOf({ ...whole, whose: 'named' }), [])).toEqual({ wrong: 'tenants' });
  expect(readDisposal(fieldsOf({ ...whole, whose: 'named' }), ['ten_1'])).toMatchObject({ said: { tenants: ['ten_1'] } });
  const { recognition: _, ...without } = whole;
  expect(readDisposal(fieldsOf(without), ['ten_1'])).toMatchObject({ said: { classes: [], tenants: [] } });
});
