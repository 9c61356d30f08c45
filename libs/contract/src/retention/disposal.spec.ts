import { expect, it } from 'vitest';
import { DisposalRequest } from './disposal.js';

const whole = { kind: 'hard_disk', make: 'Seagate ST4000', serial: 'ZC1A', place: 'Rack 4', classes: ['recognition_result'], tenants: 'all', reason: 'Worn out', method: 'destroy', technique: 'shred', sanitised_at: '2026-11-01T00:00:00Z', verified_by: 'seen', verification: 'Pieces under 6 mm' };
const faultsOf = (changed: object): unknown[] => DisposalRequest.safeParse({ ...whole, ...changed }).error?.issues.map(({ path }) => path.join('.')) ?? [];

it('needs every one of its words, a method, and how it was verified', () => {
  expect(faultsOf({})).toEqual([]);
  for (const name of Object.keys(whole)) expect(faultsOf({ [name]: undefined })).toEqual([name]);
});

it.each([
  ['technique', { kind: 'solid_state', method: 'purge', technique: 'degauss', verified_by: 'tool_report' }],
  ['verified_by', { verified_by: 'full_read' }],
  ['tenants', { tenants: [] }],
  ['tenants', { classes: [] }],
  ['classes', { classes: ['job', 'job'] }],
  ['files', { files: Array.from({ length: 5 }, () => ({ kind: 'photo', name: 'x', media_type: 'image/png', base64: 'AAAA' })) }],
  ['files.0.base64', { files: [{ kind: 'photo', name: 'x', media_type: 'image/png', base64: '' }] }],
])('names %s when that does not go with the rest', (path, changed) => {
  expect(faultsOf(changed)).toContain(path);
});

it('a medium that never held any records is nobody’s', () => {
  expect(faultsOf({ classes: [], tenants: [] })).toEqual([]);
});
