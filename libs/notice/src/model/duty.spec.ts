import { noticeKinds, planKinds } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { changeOf, changeSorts, dutyOf } from './duty.js';

it('owes each plan for each change what the agreement says, and nothing is left open', () => {
  const lines = planKinds.flatMap((plan) => changeSorts.flatMap((change) => (['compatible', 'incompatible'] as const).map((compatibility) => `${plan} ${change} ${compatibility}: ${dutyOf(plan, change, compatibility)}`)));
  expect(lines).toEqual([
    'free maintenance compatible: changelog',
    'free maintenance incompatible: changelog',
    'free feature compatible: changelog',
    'free feature incompatible: changelog',
    'free cancellation compatible: changelog',
    'free cancellation incompatible: changelog',
    'free own_matter compatible: required',
    'free own_matter incompatible: required',
    'trial maintenance compatible: changelog',
    'trial maintenance incompatible: optional',
    'trial feature compatible: changelog',
    'trial feature incompatible: optional',
    'trial cancellation compatible: optional',
    'trial cancellation incompatible: optional',
    'trial own_matter compatible: required',
    'trial own_matter incompatible: required',
    'paid maintenance compatible: optional',
    'paid maintenance incompatible: required',
    'paid feature compatible: changelog',
    'paid feature incompatible: required',
    'paid cancellation compatible: required',
    'paid cancellation incompatible: required',
    'paid own_matter compatible: required',
    'paid own_matter incompatible: required',
  ]);
});

it('knows of every kind what it tells of', () => {
  expect(Object.fromEntries(changeSorts.map((sort) => [sort, noticeKinds.filter((kind) => changeOf(kind) === sort).length]))).toEqual({ maintenance: 11, feature: 3, cancellation: 1, own_matter: 14 });
});
