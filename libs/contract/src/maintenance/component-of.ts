import { api } from '../api.js';
import type { Endpoint } from '../endpoint.js';
import type { ComponentName } from './component.js';

/**
 * Of which part of the service the addresses of a chapter are. `open` is never shut by maintenance: signing in, tickets,
 * notices, requests of people, inspections, approvals, export and deletion, and all that the staff work with. A spec holds
 * that every chapter is named; until then a new one stays open.
 */
export const chapters: Partial<Record<keyof typeof api, ComponentName | 'open'>> = {
  recognitions: 'recognition',
  jobs: 'jobs',
  authorizations: 'consent',
  findings: 'consent',
  reconciliations: 'consent',
  filings: 'consent',
  webhooks: 'webhooks',
  usage: 'account',
  quota: 'account',
  ledger: 'account',
  keys: 'account',
  retention: 'account',
  members: 'account',
  coverage: 'open',
  availability: 'open',
  status: 'open',
  changes: 'open',
  securityNotices: 'open',
  inbox: 'open',
  notices: 'open',
  adminAvailability: 'open',
  adminChanges: 'open',
  adminSecurityNotices: 'open',
  adminNotices: 'open',
  workingDays: 'open',
  heldMails: 'open',
  macros: 'open',
  deskViews: 'open',
  rota: 'open',
  intakeGap: 'open',
  deskFigures: 'open',
  changelog: 'open',
  ending: 'open',
  adminEnding: 'open',
  adminChangelog: 'open',
  adminLedger: 'open',
  subjectRequests: 'open',
  requestForms: 'open',
  inspections: 'open',
  attestations: 'open',
  tickets: 'open',
  maintenanceNotices: 'open',
  approvals: 'open',
  audit: 'open',
  deletions: 'open',
  session: 'open',
  sessions: 'open',
  factors: 'open',
  supportAccesses: 'open',
  invitations: 'open',
  passwordResets: 'open',
  admin: 'open',
  adminSupport: 'open',
  adminRequests: 'open',
  adminInspections: 'open',
  staff: 'open',
  staffInvitations: 'open',
  mails: 'open',
  adminRetention: 'open',
  holds: 'open',
  sweeps: 'open',
  disposals: 'open',
  adminFilings: 'open',
  adminAttestations: 'open',
  adminFindings: 'open',
  adminReconciliations: 'open',
  adminTickets: 'open',
  adminMaintenance: 'open',
  adminApprovals: 'open',
  adminAudit: 'open',
  health: 'open',
};

/** What stays open in a chapter that is shut: following what was entrusted and waits, taking back what people granted, deleting, carrying away, and keys that leaked. */
const neverShut: readonly Endpoint[] = [api.jobs.find, api.jobs.events, api.recognitions.erase, api.authorizations.withdraw, api.filings.receipt, api.filings.export, api.keys.revoke, api.keys.reportLeak, api.quota.list, api.quota.open, api.quota.cancel];

const known = new Map<Endpoint, ComponentName | 'open'>(
  Object.entries(api).flatMap(([chapter, said]) => Object.values(said as Record<string, Endpoint>).map((endpoint) => [endpoint, neverShut.includes(endpoint) ? 'open' : (chapters[chapter as keyof typeof api] ?? 'open')] as const)),
);

/** The part of the service that answers an address; undefined for what maintenance never shuts. */
export const componentOf = (endpoint: Endpoint): ComponentName | undefined => {
  const component = known.get(endpoint);
  return component === 'open' ? undefined : component;
};
