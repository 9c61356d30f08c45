import { expect, it } from 'vitest';
import { isStoreUnavailable } from './unavailable.js';

it.each([
  ['a refused connection', { code: 'ECONNREFUSED' }],
  ['a name that is not resolved just now', { code: 'EAI_AGAIN' }],
  ['a server that is shutting down', { code: '57P01' }],
  ['a server that is starting', { code: '57P03' }],
  ['a server without a free connection', { code: '53300' }],
  ['a server whose disk is full', { code: '53100' }],
  ['a broken connection', { code: '08006' }],
  ['a pool that waited in vain', new Error('timeout exceeded when trying to connect')],
  ['a Prisma error that wraps one', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }],
])('%s means that the store is unavailable', (_, error) => {
  expect(isStoreUnavailable(error)).toBe(true);
});

it.each([
  ['a broken constraint', { code: '23505' }],
  ['a missing permission', { code: '42501' }],
  ['a fault of ours', new TypeError('x is not a function')],
  ['nothing', undefined],
])('%s does not', (_, error) => {
  expect(isStoreUnavailable(error)).toBe(false);
});
