import type { Clock } from '@inkproof/kernel';
import { isRunning, type WindowStore } from '@inkproof/maintenance';
import type { Database, Tx } from '@inkproof/platform';
import type { IncidentStore } from '../store/incident-store.js';
import type { OutageStore, StoredOutage } from '../store/outage-store.js';
import type { KeepIncidents } from './keep-incidents.js';

/** What is over sooner the ledger knows and nobody is told of. */
const TOLD_AFTER_MS = 2 * 60_000;

const found = {
  zh: '监测发现上述服务不可用，我们正在查明原因。',
  en: 'Our probes found these parts of the service unavailable. We are finding out why.',
};
const over = {
  zh: '监测显示上述服务已恢复。',
  en: 'Our probes find these parts of the service available again.',
};

/** Tells the public of what probes find, when it lasts, and that it is over, when it is. Maintenance of everybody tells of itself. */
export class FollowOutages {
  constructor(
    private readonly database: Database,
    private readonly outages: OutageStore,
    private readonly incidents: IncidentStore,
    private readonly keep: KeepIncidents,
    private readonly windows: WindowStore,
    private readonly clock: Clock,
  ) {}

  once(): Promise<number> {
    return this.database.asProvider(async (tx) => {
      // Any number of nodes may look; one at a time tells.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('follow_outages'))`;
      await this.#tell(tx);
      for (const incident of await this.incidents.openFound(tx)) if (incident.isOver) await this.keep.write(tx, incident, 'resolved', over);
      return 0;
    });
  }

  async #tell(tx: Tx): Promise<void> {
    const lasting = this.clock.now().getTime() - TOLD_AFTER_MS;
    const away = (await this.windows.standing(tx)).filter((window) => isRunning(window) && window.now.plans.length === 0).map((window) => window.now.impacts as Record<string, string>);
    const isMaintained = ({ componentId }: StoredOutage) => away.some((impacts) => impacts[componentId] === 'unavailable');
    const untold = (await this.outages.running(tx, 'probe')).filter((outage) => outage.incidentId === null && outage.from.getTime() <= lasting && !isMaintained(outage));
    if (untold.length === 0) return;
    const components = (await this.windows.components(tx)).filter(({ id }) => untold.some(({ componentId }) => componentId === id));
    const title = { zh: `${components.map(({ nameZh }) => nameZh).join('、')}不可用`, en: `Unavailable: ${components.map(({ nameEn }) => nameEn).join(', ')}` };
    const startedAt = new Date(Math.min(...untold.map(({ from }) => from.getTime())));
    const incident = await this.keep.begin(tx, { title, words: found, components: components.map(({ id }) => id) }, 'probe', startedAt);
    await this.outages.belongTo(tx, untold.map(({ id }) => id), incident.id);
  }
}
