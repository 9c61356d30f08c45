import { expect, it } from 'vitest';
import { api } from '../api.js';
import type { Endpoint } from '../endpoint.js';
import { components } from './component.js';
import { chapters, componentOf } from './component-of.js';

const endpoints = Object.entries(api).flatMap(([chapter, said]) => Object.entries(said as Record<string, Endpoint>).map(([name, endpoint]) => ({ name: `${chapter}.${name}`, endpoint, component: componentOf(endpoint) })));

it('every chapter of the API is of a part of the service, or stays open by intent', () => {
  expect(Object.keys(chapters).sort()).toEqual(Object.keys(api).sort());
});

it('every address that can be shut is of a part of the service, and is called in the name of a tenant', () => {
  const shut = endpoints.filter(({ component }) => component !== undefined);
  expect(shut.length).toBeGreaterThan(40);
  for (const { name, endpoint, component } of shut) {
    expect(components).toContain(component);
    expect({ name, by: Boolean(endpoint.access.key ?? endpoint.access.member), anyone: endpoint.access.anyone ?? false }).toEqual({ name, by: true, anyone: false });
  }
});

it('maintenance never shuts signing in, tickets, notices, requests of people, export, deletion or anything of the staff', () => {
  const open = (name: string, path: string): boolean => /^\/v1\/(admin|session|tickets|maintenance-notices|data-subject-requests|request-|deletions|audit-events|approvals|password-resets|invitations)/.test(path) || /\.(erase|export|withdraw|revoke)$/.test(name);
  for (const { name, component } of endpoints.filter((one) => open(one.name, one.endpoint.path) && one.name !== 'filings.withdraw')) expect({ name, component }).toEqual({ name, component: undefined });
});

it('a job that was handed in is followed while jobs are shut, and no new one is taken', () => {
  expect([api.jobs.find, api.jobs.events, api.jobs.create, api.jobs.list].map(componentOf)).toEqual([undefined, undefined, 'jobs', 'jobs']);
});
