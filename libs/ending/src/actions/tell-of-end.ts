import type { NoticeKind } from '@inkproof/contract';
import type { Notices } from '@inkproof/notice';
import type { Tx } from '@inkproof/platform';
import { endWords } from '../model/end-words.js';
import type { ServiceEnding } from '../model/service-end.js';

type Kind = Extract<NoticeKind, 'service.ending' | 'service.ending_soon' | 'service.ended' | 'service.continues'>;

/** Who of the provider ends services and hears when tenants do. */
const deciding = ['admin', 'compliance'] as const;

/** Word of the end of a service. The tenant's says each time where to fetch what is its own. */
export class TellOfEnd {
  constructor(private readonly notices: Notices) {}

  /** As the so-manieth word of its kind. */
  async theTenant(tx: Tx, ending: ServiceEnding, kind: Kind): Promise<void> {
    const { id, tenantId, offeredAt, endsAt } = ending;
    await this.notices.publish(tx, { kind, subject: id, once: `${id}:${kind}:${offeredAt.length}`, audience: { tenants: [tenantId] }, values: await this.#words(tx, ending, kind), link: '/service-end', ...(kind === 'service.ending' && { reachBy: endsAt }) });
  }

  async both(tx: Tx, ending: ServiceEnding, kind: Kind): Promise<void> {
    await this.theTenant(tx, ending, kind);
    const { id, tenantId } = ending;
    await this.notices.publish(tx, { kind, subject: id, once: `${id}:${kind}:provider`, audience: { staff: deciding }, values: await this.#words(tx, ending, kind), link: `/admin/tenants/${tenantId}` });
  }

  async #words(tx: Tx, ending: ServiceEnding, kind: Kind) {
    const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: ending.tenantId }, select: { name: true } });
    return endWords(kind, ending, name);
  }
}
