import { expect, it } from 'vitest';
import { figureHref, readFigureQuery } from './figure-query';

it('is read from an address as it was written, days the wrong way round turned round', () => {
  const asked = { from: '2026-11-01', to: '2026-11-27', by: 'agent', tenant: `ten_${'0'.repeat(26)}`, agent: `per_${'0'.repeat(26)}`, priority: 'p2' } as const;
  const href = figureHref('/admin/tickets/figures', asked);
  expect(readFigureQuery(Object.fromEntries(new URLSearchParams(href.split('?')[1])))).toEqual(asked);
  expect(readFigureQuery({ ...asked, from: asked.to, to: asked.from })).toEqual(asked);
  expect(readFigureQuery({ from: 'soon', to: ['a'], by: 'colour', tenant: '', agent: 'per_x', priority: 'p5' })).toEqual({ by: 'tenant' });
});
