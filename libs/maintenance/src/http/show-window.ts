import { components, MaintenanceRequest, type MaintenanceChange, type MaintenanceNotice, type MaintenanceNoticeVersion, type MaintenanceWindow, type WholeMaintenanceNotice, type WholeMaintenanceWindow } from '@inkproof/contract';
import { showSomebody } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import type { Content } from '../model/content.js';
import { isInTime, isOverrun, leadMs, type Life } from '../model/window.js';
import type { Announced } from '../store/announced-store.js';
import type { StoredChange, StoredVersion, StoredWindow, WholeWindow } from '../store/window-store.js';

type Said = Omit<Content, 'plans' | 'rollbackPlan' | 'beginsByItself' | 'endsByItself'>;
type Lived = Pick<Life, 'state' | 'announcedAt' | 'startedAt' | 'verifyingAt' | 'endedAt'> & { id: Id<'mnt'>; version: number; publishedAt: Date | null; restored: readonly string[] };

const iso = (moment: Date | null): string | null => moment && moment.toISOString();

const said = ({ kind, titleZh, titleEn, textZh, textEn, startsAt, endsAt, impacts, reason }: Said) => ({
  kind,
  title: { zh: titleZh, en: titleEn },
  text: { zh: textZh, en: textEn },
  starts_at: startsAt.toISOString(),
  ends_at: endsAt.toISOString(),
  impacts: components.map((component) => ({ component, impact: impacts[component] })).filter(({ impact }) => impact !== 'none'),
  reason,
});

const showVersion = (version: Said & Pick<StoredVersion, 'number' | 'writtenAt'>): MaintenanceNoticeVersion => ({ number: version.number, written_at: version.writtenAt.toISOString(), ...said(version) });

export const showNotice = (window: Lived, now: Said, at: Date): MaintenanceNotice => ({
  id: window.id,
  state: window.state,
  version: window.version,
  overrun: isOverrun(window, now, at),
  published_at: iso(window.publishedAt),
  started_at: iso(window.startedAt),
  verifying_at: iso(window.verifyingAt),
  ended_at: iso(window.endedAt),
  restored: components.filter((name) => window.restored.includes(name)),
  lead_seconds: window.announcedAt && Math.round(leadMs(now, window.announcedAt) / 1_000),
  in_time: window.announcedAt && isInTime(now, window.announcedAt),
  ...said(now),
});

/** All versions of one window, as one tenant reads them; the newest first. */
export const showWholeNotice = (versions: readonly [Announced, ...Announced[]], at: Date): WholeMaintenanceNotice => ({ ...showNotice(versions[0], versions[0], at), versions: versions.map(showVersion) });

type Names = ReadonlyMap<string, string>;

/** As the staff see it. */
export const showWindow = (window: StoredWindow, waits: MaintenanceWindow['waits'], names: Names, at: Date): MaintenanceWindow => ({
  ...showNotice(window, window.now, at),
  plans: window.now.plans,
  rollback_plan: window.now.rollbackPlan,
  begins_by_itself: window.now.beginsByItself,
  ends_by_itself: window.now.endsByItself,
  drafted_by: showSomebody(names, window.draftedBy),
  published_by: showSomebody(names, window.publishedBy),
  approved_by: showSomebody(names, window.approvedBy),
  approval: window.approvalId as Id<'apr'> | null,
  waits,
});

const showChange = ({ approvalId, asked, writtenBy, writtenAt }: StoredChange, names: Names): MaintenanceChange => ({ approval: approvalId as Id<'apr'>, by: showSomebody(names, writtenBy), at: writtenAt.toISOString(), ...MaintenanceRequest.parse(asked) });

/** `change` is what waits for a second person, if anything does. */
export const showWholeWindow = (window: WholeWindow, waits: MaintenanceWindow['waits'], change: StoredChange | null, names: Names, at: Date): WholeMaintenanceWindow => ({
  ...showWindow(window, waits, names, at),
  change: change && showChange(change, names),
  versions: [...window.versions].reverse().map(showVersion),
  events: window.events.map(({ at: moment, kind, version, by, byName, words }) => ({ at: moment.toISOString(), kind, version, by: by === null ? null : { id: by, name: byName }, words })),
});
