import { ticketPriorities, ticketStates, type DeskFilter } from '@inkproof/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deskHref, isSameFilter, readFilter } from './desk-filter';

const queryOf = (href: string) => Object.fromEntries(new URLSearchParams(href.split('?')[1]));

it('any filter comes back from its address as it went in', () => {
  const filter = fc.record(
    { state: fc.constantFrom(...ticketStates, 'unsolved' as const), priority: fc.constantFrom(...ticketPriorities), assignee: fc.constantFrom('me', 'nobody', `per_${'0'.repeat(26)}`), tenant: fc.constant(`ten_${'0'.repeat(26)}`), late: fc.constant(true as const), search: fc.string({ minLength: 1, maxLength: 20 }).map((words) => `x${words.trim()}`.trim()) },
    { requiredKeys: [] },
  );
  fc.assert(fc.property(filter, (one) => void expect(readFilter(queryOf(deskHref('/admin/tickets', one as DeskFilter)))).toEqual(one)));
});

it('what is unsolved is shown where an address asks for no state, or for none there is', () => {
  expect(deskHref('/admin/tickets', { state: 'unsolved' })).toBe('/admin/tickets');
  expect(readFilter({})).toEqual({ state: 'unsolved' });
  expect(readFilter({ state: '', priority: '', assignee: '', tenant: 'x', search: ' ', late: '1' })).toEqual({ state: 'unsolved' });
  expect(readFilter({ state: 'any' })).toEqual({});
});

it('two are the same whatever order they are written in', () => {
  expect(isSameFilter({ state: 'open', late: true }, { late: true, state: 'open' })).toBe(true);
  expect(isSameFilter({ state: 'open' }, { state: 'open', late: true })).toBe(false);
});
