import { openRequestStates, requestKinds, requestStates } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { afterIdentification, isDoneHere, isOpen, tasksOf } from './request-life.js';

it('is open until it was answered, refused or taken back', () => {
  expect(requestStates.filter(isOpen)).toEqual([...openRequestStates]);
});

it('does not go back when somebody is identified once more', () => {
  expect(openRequestStates.map(afterIdentification)).toEqual(['identified', 'identified', 'identified', 'in_progress']);
});

it('has something to do for each kind, once each', () => {
  for (const kind of requestKinds) {
    expect(tasksOf(kind).length).toBeGreaterThan(0);
    expect(new Set(tasksOf(kind)).size).toBe(tasksOf(kind).length);
  }
});

it('takes authorisations back by itself for whoever withdraws or wants to be forgotten', () => {
  expect(requestKinds.filter((kind) => tasksOf(kind).some(isDoneHere))).toEqual(['withdraw', 'delete']);
});
