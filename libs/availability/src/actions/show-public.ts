import type { Incident, Status } from '@inkproof/contract';
import type { StoredWindow } from '@inkproof/maintenance';
import type { StoredIncident } from '../store/incident-store.js';

export const showIncident = ({ id, titleZh, titleEn, state, foundBy, components, startedAt, resolvedAt, updates }: StoredIncident): Incident => ({
  id: id as Incident['id'],
  title: { zh: titleZh, en: titleEn },
  state,
  found_by: foundBy === 'probe' ? 'probe' : 'staff',
  components,
  started_at: startedAt.toISOString(),
  resolved_at: resolvedAt?.toISOString() ?? null,
  updates: updates.map((update) => ({ at: update.at.toISOString(), state: update.state, words: { zh: update.wordsZh, en: update.wordsEn } })),
});

/** What the public reads of a window: no rollback plan and no person. */
export const showWindow = ({ id, state, now: { kind, titleZh, titleEn, textZh, textEn, startsAt, endsAt, writtenAt, impacts, plans }, endedAt }: StoredWindow): Status['windows'][number] => ({
  id,
  title: { zh: titleZh, en: titleEn },
  text: { zh: textZh, en: textEn },
  kind,
  state,
  plans,
  components: Object.entries(impacts).flatMap(([component, impact]) => (impact === 'none' ? [] : [{ id: component, impact }])),
  starts_at: startsAt.toISOString(),
  ends_at: endsAt.toISOString(),
  changed_at: (endedAt ?? writtenAt).toISOString(),
});
