import { describe, expect, it } from 'vitest';
import { newerHref, olderHref, readTrail } from './trail';

const at = (href: string | null) => readTrail(Object.fromEntries(new URL(href ?? '', 'http://x').searchParams));
const first = readTrail({});

describe('the way through a list', () => {
  it('has nothing newer than the first page', () => expect(newerHref('/r', first)).toBeNull());
  it('leads from the second page back to the plain address', () => expect(newerHref('/r', at(olderHref('/r', first, 'b')))).toBe('/r'));
  it('comes back over the same pages it went', () => {
    const second = olderHref('/r', first, 'b');
    const third = olderHref('/r', at(second), 'c');
    expect(newerHref('/r', at(olderHref('/r', at(third), 'd')))).toBe(third);
    expect(newerHref('/r', at(third))).toBe(second);
  });
  it('never makes an address that grows without end', () => {
    let href: string | null = '/r';
    for (let page = 0; page < 300; page++) href = olderHref('/r', at(href), `rec_${String(page).padStart(26, '0')}`);
    expect(href.length).toBeLessThan(4000);
  });
  it('takes nothing else from the address', () => expect(readTrail({ cursor: ['a', 'b'], passed: '' })).toEqual({ cursor: undefined, passed: [] }));
});

it('keeps a filter that the list has already', () => {
  expect(olderHref('/approvals?all=1', { passed: [] }, 'apr_1')).toBe('/approvals?all=1&cursor=apr_1');
});
