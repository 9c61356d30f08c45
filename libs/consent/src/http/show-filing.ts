import type { Filing as ShownFiling, FilingDifference as ShownDifference, FilingFile as ShownFile, FilingVersion as ShownVersion, FilingVersionSummary, QueuedFiling, ReviewedFiling } from '@inkproof/contract';
import { showSomebody } from '@inkproof/identity';
import { reviewDueAt, type FilingDifference, type FilingView } from '../actions/read-filing.js';
import { givenWay, inForceAt, waitingAt } from '../model/in-force.js';
import type { FilingFile, FilingVersion } from '../model/filing.js';
import type { FilingWithVersions } from '../store/filing-store.js';

const at = (date: Date | null): string | null => date?.toISOString() ?? null;

const showSummary = (version: FilingVersion): FilingVersionSummary => ({
  id: version.id as FilingVersionSummary['id'],
  number: version.number,
  state: version.state,
  text_sha256: version.textSha256,
  effective_on: version.effectiveOn,
  ends_on: version.endsOn,
  categories: version.categories,
  created_at: version.createdAt.toISOString(),
  submitted_at: at(version.submittedAt),
  review_due_at: at(reviewDueAt(version)),
  reviewed_at: at(version.reviewedAt),
  accepted_at: at(version.acceptedAt),
  ended_at: at(version.endedAt),
});

export const showFile = ({ id, kind, name, mediaType, bytes, sha256, addedAt }: FilingFile): ShownFile => ({ id: id as ShownFile['id'], kind, name, media_type: mediaType, bytes, sha256, added_at: addedAt.toISOString() });

export const showFiling = ({ id, name, createdAt, versions: written }: FilingWithVersions, now: Date): ShownFiling => {
  // What has given way is shown so from that instant on, written down or not.
  const gaveWay = new Map(givenWay(written, now).map(({ version, at: endedAt }) => [version.id, { state: 'superseded' as const, endedAt }]));
  const versions = written.map((version) => ({ ...version, ...gaveWay.get(version.id) }));
  const show = (version: FilingVersion | undefined) => (version ? showSummary(version) : null);
  const coming = versions.find(({ state }) => state === 'draft' || state === 'submitted' || state === 'correction');
  return { id: id as ShownFiling['id'], name, created_at: createdAt.toISOString(), in_force: show(inForceAt(versions, now)), next: show(waitingAt(versions, now)[0]), coming: show(coming), versions: versions.map(showSummary) };
};

export const showVersion = ({ version, checks, suggestions, reconsentNeeded, events, names }: FilingView): ShownVersion => ({
  ...showSummary(version),
  filing: { id: version.filing.id as ShownFiling['id'], name: version.filing.name },
  text: version.text,
  text_source: version.textSource,
  language: version.language,
  media: version.media,
  identity_binding: version.identityBinding,
  concerns_minors: version.concernsMinors,
  purpose: version.purpose,
  method: version.method,
  retention_days: version.retentionDays,
  controller_name: version.controllerName,
  controller_contact: version.controllerContact,
  rights: version.rights,
  spans: version.spans,
  submitted_by: showSomebody(names, version.submittedBy),
  reviewed_by: showSomebody(names, version.reviewedBy),
  files: version.files.map(showFile),
  checks,
  suggestions,
  reconsent_needed: reconsentNeeded,
  events: events.map(({ id, at: when, kind, by, byProvider, words }) => ({ id: id as `fev_${string}`, at: when.toISOString(), kind, by: showSomebody(names, by), by_provider: byProvider, words })),
});

const tenantOf = ({ tenantId }: FilingVersion, names: Map<string, string>): QueuedFiling['tenant'] => ({ id: tenantId as QueuedFiling['tenant']['id'], name: names.get(tenantId) ?? '' });

export const showReviewed = (view: FilingView): ReviewedFiling => ({ ...showVersion(view), tenant: tenantOf(view.version, view.names) });

export const showQueued = (version: FilingVersion, names: Map<string, string>): QueuedFiling => ({ ...showSummary(version), filing: { id: version.filing.id as ShownFiling['id'], name: version.filing.name }, tenant: tenantOf(version, names) });

/** Fields as the contract names them. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const showDifference = ({ against, text, changed, reconsentNeeded }: FilingDifference): ShownDifference => ({ against: against ? { id: against.id as `flv_${string}`, number: against.number } : null, text, changed: changed.map(snake), reconsent_needed: reconsentNeeded });
