import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type IncidentState } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { WindowStore } from '@inkproof/maintenance';
import type { Notices } from '@inkproof/notice';
import type { Database, Tx } from '@inkproof/platform';
import type { IncidentStore, StoredIncident } from '../store/incident-store.js';

interface Bilingual {
  zh: string;
  en: string;
}

/** What staff, or a probe, tell the public of. */
export interface NewIncidentWords {
  title: Bilingual;
  words: Bilingual;
  components: readonly string[];
}

/** Tells the public of an incident, and how it stands. One that is resolved stays so: what comes back is another. */
export class KeepIncidents {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentStore,
    private readonly windows: WindowStore,
    private readonly notices: Notices,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  open(asked: NewIncidentWords, by: Actor): Promise<StoredIncident> {
    return this.database.asProvider(async (tx) => {
      const known = (await this.windows.components(tx)).map(({ id }) => id);
      if (!asked.components.every((component) => known.includes(component))) throw new Refusal('component.not_found');
      const incident = await this.begin(tx, asked, 'staff', this.clock.now());
      await this.trail.append(tx, 'provider', { action: 'incident.opened', by, targets: [incident.id], details: { components: [...asked.components] } });
      return incident;
    });
  }

  update(id: Id<'inc'>, state: IncidentState, words: Bilingual, by: Actor): Promise<StoredIncident> {
    return this.database.asProvider(async (tx) => {
      const incident = await this.incidents.hold(tx, id);
      if (!incident) throw new Refusal('incident.not_found');
      if (incident.state === 'resolved') throw new Refusal('incident.resolved');
      await this.trail.append(tx, 'provider', { action: 'incident.updated', by, targets: [id], details: { state } });
      return this.write(tx, incident, state, words);
    });
  }

  /** In the transaction of whoever found it. */
  async begin(tx: Tx, { title, words, components }: NewIncidentWords, foundBy: 'probe' | 'staff', startedAt: Date): Promise<StoredIncident> {
    const id = this.ids.next('inc');
    const state = 'investigating';
    await this.incidents.add(tx, { id, titleZh: title.zh, titleEn: title.en, state, foundBy, components: [...new Set(components)], startedAt });
    return this.write(tx, (await this.incidents.find(tx, id))!, state, words);
  }

  /** Whoever uses these parts of the service is told, once for each word. */
  async write(tx: Tx, incident: StoredIncident, state: IncidentState, words: Bilingual): Promise<StoredIncident> {
    await this.incidents.write(tx, incident, { at: this.clock.now(), state, wordsZh: words.zh, wordsEn: words.en });
    const [place, names] = [incident.updates.length + 1, (await this.windows.components(tx)).filter(({ id }) => incident.components.includes(id))];
    await this.notices.publish(tx, {
      kind: place === 1 ? 'incident.opened' : state === 'resolved' ? 'incident.resolved' : 'incident.updated',
      subject: incident.id,
      once: `${incident.id}:${place}`,
      audience: { components: incident.components, plans: 'all' },
      values: {
        zh: { title: incident.titleZh, text: words.zh, components: names.map(({ nameZh }) => nameZh).join('、') },
        en: { title: incident.titleEn, text: words.en, components: names.map(({ nameEn }) => nameEn).join(', ') },
      },
      link: '/availability',
    });
    return (await this.incidents.find(tx, incident.id))!;
  }
}
