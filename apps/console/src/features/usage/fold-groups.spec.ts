import { expect, it } from 'vitest';
import { readDimension } from './dimension';
import { chartedGroups } from './fold-groups';

const group = (name: string, ...days: number[]) => ({ group: name, label: null, accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0, days });

it('shows three groups as they are', () => expect(chartedGroups([group('a', 1), group('b', 2), group('c', 3)]).groups.map(({ group: name }) => name)).toEqual(['a', 'b', 'c']));
it('adds up what a chart has no room for', () => expect(chartedGroups([group('a', 9, 9), group('b', 8, 8), group('c', 1, 2), group('d', 3, 4)]).groups).toEqual([{ group: 'a', days: [9, 9] }, { group: 'b', days: [8, 8] }, { group: null, days: [4, 6] }]));
it('tells usage apart by key unless something else is asked for', () => expect([readDimension('route'), readDimension('tag'), readDimension(undefined)]).toEqual(['route', 'key', 'key']));
