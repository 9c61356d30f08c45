import { expect, it } from 'vitest';
import { api } from './api.js';
import { memberRoles, staffRoles, type Access, type Endpoint } from './endpoint.js';
import { permissionNames, permissionOf, permissions } from './permission.js';

const endpoints = Object.entries(api).flatMap(([chapter, said]) => Object.entries(said as Record<string, Endpoint>).map(([name, endpoint]) => ({ name: `${chapter}.${name}`, ...endpoint })));
const roles: [string, (access: Access) => boolean][] = [
  ['API key', ({ key }) => key === true],
  ...memberRoles.map((role): [string, (access: Access) => boolean] => [role, ({ member }) => member?.includes(role) ?? false]),
  ...staffRoles.map((role): [string, (access: Access) => boolean] => [role, ({ staff }) => staff?.includes(role) ?? false]),
];
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Roles across, permissions down; then what each permission opens. */
const table = (): string => {
  const named = (name: string) => endpoints.filter(({ access }) => permissionOf(access) === name).map(({ method, path }) => `\`${method} ${path}\``);
  const head = ['', ...roles.map(([role]) => role)];
  return [
    '# Who may do what',
    '',
    'Written from the contract (`libs/contract/src/permission.ts`) by its spec: `npx vitest run --project specs libs/contract -u` writes it anew. Members are people of a tenant, staff are people of the provider.',
    '',
    row(head),
    row(head.map((_, at) => (at ? ':-:' : '---'))),
    ...permissionNames.map((name) => row([`\`${name}\``, ...roles.map(([, may]) => ('anyone' in permissions[name] || may(permissions[name]) ? '●' : '·'))])),
    '',
    '## What each permission opens',
    '',
    ...permissionNames.map((name) => `- \`${name}\`: ${named(name).join(', ')}`),
    '',
  ].join('\n');
};

it.each(endpoints)('$name takes its access from the table of permissions', ({ access }) => {
  expect(permissionOf(access)).toBeDefined();
});

it('opens something by every permission', () => {
  expect(permissionNames.filter((name) => !endpoints.some(({ access }) => permissionOf(access) === name))).toEqual([]);
});

it('is written down for people, every role and every endpoint', async () => {
  await expect(table()).toMatchFileSnapshot('../../../docs/permissions.md');
});
