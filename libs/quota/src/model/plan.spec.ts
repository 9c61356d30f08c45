import { expect, it } from 'vitest';
import { under, type Plan } from './plan.js';

const plan: Plan = { name: 'large', uploadMaxBytes: 100, pageMaxPixels: 100, callMaxPages: 5, jobMaxPages: 100, jobMaxDocuments: 7, readingsAtOnce: 3, deadlineMs: 100, inFlightMax: 10, monthMaxPages: null, overage: false, testRequestsPerSecond: 2, testInFlightMax: 2 };

it('promises no more than the install can bear', () => {
  expect(under(plan, { uploadMaxBytes: 10, pageMaxPixels: 20, callMaxPages: 3, jobMaxPages: 40, deadlineMs: 50 })).toEqual({ ...plan, uploadMaxBytes: 10, pageMaxPixels: 20, callMaxPages: 3, jobMaxPages: 40, deadlineMs: 50 });
});

it('gives no more than was agreed, however much the install could', () => {
  expect(under(plan, { uploadMaxBytes: 1_000, pageMaxPixels: 1_000, callMaxPages: 1_000, jobMaxPages: 1_000, deadlineMs: 1_000 })).toEqual(plan);
});
