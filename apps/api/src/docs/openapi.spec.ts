import { readFileSync } from 'node:fs';
import { openApi } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { version } from '../version.js';

it('the committed document is the one the contract makes', () => {
  const committed = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8')) as object;
  expect(committed, 'write it anew with: npm run openapi').toEqual(openApi(version));
});

it('every reference in it leads somewhere', () => {
  const text = JSON.stringify(openApi(version));
  const document = openApi(version) as { components: { schemas: Record<string, unknown> } };
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!));
  expect(referred.size).toBeGreaterThan(20);
  for (const name of referred) expect(Object.keys(document.components.schemas)).toContain(name);
});
