import type { Inspection, InspectionForStaff, InspectionItem, InspectionSummary } from '@inkproof/contract';
import { showSomebody } from '@inkproof/identity';
import { flagsOf, matchesOf, missingOf } from '../model/inspection-item.js';
import type { Found } from '../actions/answer-item.js';
import type { ListedInspection, StoredInspection, StoredItem } from '../store/inspection-store.js';

const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');
const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

export const showInspectionSummary = (inspection: ListedInspection, now: Date): InspectionSummary => {
  const { id, tenant, items, drawnAt, dueAt, state } = inspection;
  return {
    id: id as InspectionSummary['id'],
    tenant: { id: tenant.id as `ten_${string}`, name: tenant.name },
    filing: inspection.filingId, from: moment(inspection.givenFrom), to: moment(inspection.givenTo), size: inspection.size, answer_days: inspection.answerDays, reason: inspection.reason,
    state,
    announced_at: inspection.announcedAt.toISOString(), drawn_at: moment(drawnAt), due_at: moment(dueAt),
    overdue: state === 'drawn' && dueAt !== null && dueAt <= now,
    escalated_at: moment(inspection.escalatedAt), answered_at: moment(inspection.answeredAt), closed_at: moment(inspection.closedAt),
    verdict: inspection.verdict, verdict_reason: inspection.verdictReason,
    items: {
      drawn: items.length,
      answered: items.filter(({ answeredAt }) => answeredAt !== null).length,
      flagged: items.filter((item) => flagsOf(item, item, drawnAt!).length > 0).length,
      judged: items.filter(({ verdict }) => verdict !== null).length,
    },
    draw: { seed_sha256: hex(inspection.seedSha256)!, seed: hex(inspection.seed), population: inspection.population, population_sha256: hex(inspection.populationSha256) },
  };
};

type Names = ReadonlyMap<string, string>;

const openingsOf = ({ events }: StoredInspection, itemId: string, names: Names): InspectionItem['openings'] =>
  events.flatMap(({ at, by, kind, itemId: of }) => (by !== null && of === itemId && (kind === 'item_opened' || kind === 'file_opened') ? [{ at: at.toISOString(), by: showSomebody(names, by) }] : []));

/** Only staff open items, so `names` are theirs. */
export const showItem = ({ inspection, item }: Found, names: Names = new Map()): InspectionItem => ({
  id: item.id as InspectionItem['id'], place: item.place, authorization: item.authorisationId, filing_version: item.versionId, custody: item.custody, commitment: hex(item.commitment), categories: item.categories,
  given_at: item.givenAt.toISOString(), posted_at: item.postedAt.toISOString(), answered_at: moment(item.answeredAt),
  missing: missingOf(item, item), salt: hex(item.salt), computed: hex(item.computed), matches: matchesOf(item, item), flags: flagsOf(item, item, inspection.drawnAt!),
  words: item.words, unable: item.unable,
  files: item.files.map((file) => ({ id: file.id as `isf_${string}`, kind: file.kind, name: file.name, media_type: file.mediaType, bytes: file.bytes, sha256: hex(file.sha256)!, added_at: file.addedAt.toISOString() })),
  openings: openingsOf(inspection, item.id, names), verdict: item.verdict, verdict_reason: item.verdictReason,
});

const showEvents = ({ events }: StoredInspection, names: Names): Inspection['events'] => events.map(({ at, kind, byProvider, by, itemId }) => ({ at: at.toISOString(), kind, by_provider: byProvider, by: showSomebody(names, by), item: itemId }));

/** For the tenant, whose own people have names there. */
export const showInspection = (inspection: StoredInspection, names: Names, now: Date): Inspection => ({ ...showInspectionSummary(inspection, now), sample: inspection.items.map((item) => showItem({ inspection, item })), events: showEvents(inspection, names) });

/** A list of what was drawn; what an item holds is shown by its opening only. */
const showDrawn = (inspection: StoredInspection, item: StoredItem, names: Names): InspectionForStaff['sample'][number] => {
  const { id, place, custody, given_at, posted_at, answered_at, matches, flags, openings, verdict, verdict_reason } = showItem({ inspection, item }, names);
  return { id, place, custody, given_at, posted_at, answered_at, matches, flags, openings, verdict, verdict_reason };
};

export const showForStaff = (inspection: StoredInspection, names: Names, now: Date): InspectionForStaff => ({ ...showInspectionSummary(inspection, now), sample: inspection.items.map((item) => showDrawn(inspection, item, names)), events: showEvents(inspection, names) });
