import { expect, it } from 'vitest';
import { api } from '../api.js';
import type { Endpoint } from '../endpoint.js';

it('people are heard, and samples answered, while a tenant is suspended', () => {
  const endpoints: Endpoint[] = [api.subjectRequests, api.requestForms, api.inspections].flatMap((chapter) => Object.values(chapter as Record<string, Endpoint>));
  expect(endpoints.filter(({ closedBySuspension }) => closedBySuspension)).toEqual([]);
});
