import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

const LINK = /^([0-9a-hjkmnp-tv-z_]{1,26})\.([0-9a-hjkmnp-tv-z_]{1,26})\.([0-9A-Za-z_-]{43})$/;

/**
 * Links by which people follow their requests without an account. Signed (HMAC-SHA-256 under the session secret), so that
 * nothing is stored and none can be made up. They stand behind the # of an address, where no server sees them.
 */
export class RequestLinks {
  constructor(
    private readonly secret: string,
    private readonly consoleUrl: string,
  ) {}

  to(tenantId: Id<'ten'>, id: Id<'dsr'>): string {
    return `${this.consoleUrl}/requests/follow#${this.issue(tenantId, id)}`;
  }

  issue(tenantId: Id<'ten'>, id: Id<'dsr'>): string {
    return `${tenantId.slice(4)}.${id.slice(4)}.${this.#sign(tenantId, id).toString('base64url')}`;
  }

  /** Refuses with dsr.link_void. */
  open(link: string): { tenantId: Id<'ten'>; id: Id<'dsr'> } {
    const [, tenant, request, signature] = LINK.exec(link) ?? [];
    if (tenant === undefined || request === undefined || signature === undefined) throw new Refusal('dsr.link_void');
    const [tenantId, id]: [Id<'ten'>, Id<'dsr'>] = [`ten_${tenant}`, `dsr_${request}`];
    if (!timingSafeEqual(Buffer.from(signature, 'base64url'), this.#sign(tenantId, id))) throw new Refusal('dsr.link_void');
    return { tenantId, id };
  }

  #sign(tenantId: string, id: string): Buffer {
    return createHmac('sha256', this.secret).update(`request link ${tenantId} ${id}`).digest();
  }
}
