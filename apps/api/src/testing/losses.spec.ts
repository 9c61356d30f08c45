import { expect, it } from 'vitest';
import { lossesIn, type Json } from './losses.js';

const then: Json = { id: 'x', size: 1, when: null, list: [{ name: 'a' }], map: {} };

it.each<[string, Json]>([
  ['the same', then],
  ['a new member', { ...then, more: true }],
  ['a list that is empty now', { ...then, list: [] }],
  ['something that was not known then', { ...then, when: '2026-11-27' }],
  ['something that is not known now', { ...then, id: null }],
])('nothing is lost by %s', (_, now) => expect(lossesIn(then, now)).toEqual([]));

it.each<[string, Json, string]>([
  ['a member that is gone', { size: 1, when: null, list: [{ name: 'a' }], map: {} }, '$.id is gone'],
  ['another kind of value', { ...then, size: '1' }, '$.size was number and is string'],
  ['a member of things in a list', { ...then, list: [{ other: 'a' }] }, '$.list[].name is gone'],
  ['a list in the place of a thing', { ...then, map: [] }, '$.map was object and is array'],
])('%s is missed', (_, now, loss) => expect(lossesIn(then, now)).toEqual([loss]));
