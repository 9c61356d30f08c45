import { expect, it } from 'vitest';
import type { z } from 'zod';
import { api } from '../api.js';
import type { Endpoint } from '../endpoint.js';
import { noticeSettings } from './setting.js';

const isOfTenants = ({ access }: Endpoint): boolean => Boolean(access.key ?? access.member) && !access.anyone;
const chapters = Object.entries(api).map(([name, chapter]) => ({ name, endpoints: Object.entries(chapter as Record<string, Endpoint>) }));
const hasNotices = ({ settings }: Endpoint): boolean => typeof settings === 'object' && Object.values(settings).some((setting) => setting !== 'free');

/** What takes the place of something, and everything else that changes something in a chapter where settings lie. */
const mustSay = chapters.flatMap(({ name, endpoints }) => {
  const isOfSettings = endpoints.some(([, endpoint]) => hasNotices(endpoint));
  return endpoints.filter(([, endpoint]) => isOfTenants(endpoint) && endpoint.method !== 'GET' && (isOfSettings || endpoint.method === 'PUT' || endpoint.method === 'PATCH')).map(([verb, endpoint]) => ({ name: `${name}.${verb}`, endpoint }));
});

it('every endpoint by which a tenant changes what stands says which of it are settings', () => {
  expect(mustSay.length).toBeGreaterThan(15);
  expect(mustSay.filter(({ endpoint }) => endpoint.settings === undefined).map(({ name }) => name)).toEqual([]);
});

it('each member of its body is classified, and nothing that is no member', () => {
  for (const { name, endpoint } of mustSay) {
    if (typeof endpoint.settings !== 'object') continue;
    const members = Object.keys((endpoint.body as z.ZodObject).shape);
    expect({ name, members: Object.keys(endpoint.settings).sort() }).toEqual({ name, members: members.sort() });
    for (const setting of Object.values(endpoint.settings)) expect([...noticeSettings, 'free']).toContain(setting);
  }
});

it('needs notice where the agreement needs it', () => {
  const marked = mustSay.flatMap(({ name, endpoint }) => (typeof endpoint.settings === 'object' ? Object.entries(endpoint.settings).filter(([, setting]) => setting !== 'free').map(([member, setting]) => `${name} ${member}: ${setting}`) : []));
  expect(marked.sort()).toEqual(['keys.change allowed_addresses: allowed_addresses', 'keys.change purpose: key_purpose', 'keys.change requests_per_second: qps_need', 'keys.change retention: retention', 'webhooks.change url: callback_host']);
});
