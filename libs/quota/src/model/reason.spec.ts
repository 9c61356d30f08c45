import { expect, it } from 'vitest';
import { addReasons, billedBy, countReasons, reasonOf } from './reason.js';

const accepted = (pageReasons: object) => reasonOf({ outcome: 'accepted', code: null, pageReasons });

it('of pages that all have one reason is that reason, and of others is that they are mixed', () => {
  expect([accepted({ read: 3 }), accepted({ embedded: 2, no_text: 0 }), accepted({ read: 1, no_text: 1 }), accepted({})]).toEqual(['read', 'embedded', 'mixed', 'cancelled']);
});

it('of a refusal says which of the three it was', () => {
  const refused = (code: string) => reasonOf({ outcome: 'refused', code: code as never, pageReasons: {} });
  expect([refused('rate.exceeded'), refused('allowance.exhausted'), refused('consent.withdrawn'), refused('capacity.busy')]).toEqual(['refused_rate', 'refused_allowance', 'refused_consent', 'refused_capacity']);
});

it('of a failure says whose it was', () => {
  const failed = (code: string) => reasonOf({ outcome: 'failed', code: code as never, pageReasons: {} });
  expect([failed('image.corrupt'), failed('document.password_wrong'), failed('server.fault'), failed('recognition.deadline_exceeded'), failed('request.interrupted')]).toEqual(['not_readable', 'not_readable', 'fault_of_ours', 'fault_of_ours', 'cancelled']);
});

it('of pages are counted, added up, and billed where the contract bills', () => {
  const one = countReasons({ billing: [{ reason: 'read' }, { reason: 'read' }, { reason: 'no_text' }] }, 2);
  expect(one).toEqual({ page_failed: 2, read: 2, no_text: 1 });
  expect(addReasons([one, { read: 1, embedded: 4 }])).toEqual({ page_failed: 2, read: 3, no_text: 1, embedded: 4 });
  expect(billedBy({ page_failed: 2, read: 3, no_text: 1, embedded: 4, test_key: 9 })).toBe(7);
});
