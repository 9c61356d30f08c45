import { readFileSync } from 'node:fs';
import { REOPEN_DAYS, ticketClocks, ticketFiles, ticketPriorities } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { targetsMs, UNASSIGNED_P1_MS, WARN_AT_PERCENT } from './targets.js';

const page = readFileSync(new URL('../../../../docs/tickets.md', import.meta.url), 'utf8');

const spanOf = (ms: number): string => {
  const minutes = ms / 60_000;
  if (minutes % 1_440 === 0) return `${minutes / 1_440} d`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
};

it('figures on the page that tenants read are those that clocks run by', () => {
  for (const priority of ticketPriorities) expect(page).toContain(`| \`${priority}\` | ${ticketClocks.map((clock) => spanOf(targetsMs[priority][clock])).join(' | ')} |`);
  const [half, most, whole] = WARN_AT_PERCENT;
  expect(page).toContain(`At ${half}, ${most} and ${whole} % of a target`);
  expect(page).toContain(`taken a \`p1\` for ${UNASSIGNED_P1_MS / 60_000} minutes`);
  expect(page).toContain(`resolved for ${REOPEN_DAYS} days`);
});

it('and so are those of files', () => {
  expect(page).toContain(`At most ${ticketFiles.maxFiles} go with one message, of ${ticketFiles.maxFileBytes / 1e6} MB each and ${ticketFiles.maxBytes / 1e6} MB together`);
});
