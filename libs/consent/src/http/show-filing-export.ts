import type { FilingExport } from '@inkproof/contract';
import type { FilingView } from '../actions/read-filing.js';
import type { GatheredFiling } from '../actions/gather-filing.js';
import { showVersion } from './show-filing.js';

/** Without what is asked of a version while it is written or waits. */
const showThen = (view: FilingView) => {
  const { checks: _checks, suggestions: _suggestions, review_due_at: _due, ...shown } = showVersion(view);
  return shown;
};

export const showFilingExport = ({ day, madeAt, tenant, filing, views, inForce, scope: _scope, ...counted }: GatheredFiling, provider: string): FilingExport => ({
  v: 1,
  kind: 'filing_export',
  made_at: madeAt.toISOString(),
  provider,
  tenant: tenant as FilingExport['tenant'],
  filing: filing as FilingExport['filing'],
  day: day.day,
  until: day.until.toISOString(),
  in_force: inForce.map((view) => {
    const { events: _events, ...text } = showThen(view);
    return text;
  }),
  versions: views.map((view) => {
    const { id, number, state, text_sha256, effective_on, ends_on, categories, created_at, submitted_at, reviewed_at, accepted_at, ended_at, events } = showThen(view);
    return { id, number, state, text_sha256, effective_on, ends_on, categories, created_at, submitted_at, reviewed_at, accepted_at, ended_at, events };
  }),
  ...counted,
});
