import { expect, it } from 'vitest';
import { isOpenAfterEnd } from './after-end.js';
import { api } from './api.js';
import type { Endpoint } from './endpoint.js';

const ofMembers = Object.entries(api).flatMap(([chapter, said]) => Object.entries(said as Record<string, Endpoint>).flatMap(([name, endpoint]) => (endpoint.access.member ? [{ name: `${chapter}.${name}`, endpoint }] : [])));
const open = (service: 'ended' | 'closed') => ofMembers.filter(({ endpoint }) => isOpenAfterEnd(endpoint, service));

it('once a service has ended its people read everything, and change nothing but their own sign-in, tickets, requests of people, answers to inspections and what they attest', () => {
  const chapters = new Set(open('ended').flatMap(({ name, endpoint }) => (endpoint.method === 'GET' ? [] : [name.split('.')[0]!])));
  expect([...chapters].sort()).toEqual(['attestations', 'factors', 'inbox', 'inspections', 'session', 'sessions', 'subjectRequests', 'supportAccesses', 'tickets']);
  expect(open('ended').filter(({ endpoint }) => endpoint.method === 'GET')).toEqual(ofMembers.filter(({ endpoint }) => endpoint.method === 'GET'));
});

it('once the time to read is over nothing is open but a person’s own session and inbox, and when the service ended', () => {
  expect([...new Set(open('closed').map(({ name }) => name.split('.')[0]!))].sort()).toEqual(['ending', 'factors', 'inbox', 'session', 'sessions']);
  expect(open('closed').filter(({ name, endpoint }) => name.startsWith('ending.') && endpoint.method !== 'GET')).toEqual([]);
});
