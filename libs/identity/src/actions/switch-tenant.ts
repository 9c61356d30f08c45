import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type MemberRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { PersonCaller } from '../model/caller.js';
import { keyedHash, randomToken } from './secret-hash.js';

export interface Place {
  id: Id<'ten'>;
  name: string;
  role: MemberRole;
}

/** Lets a person who is a member of several tenants go from one to another. The session goes on, under a new token. */
export class SwitchTenant {
  constructor(
    private readonly database: Database,
    private readonly trail: Trail,
    private readonly secret: string,
  ) {}

  places(personId: Id<'per'>): Promise<Place[]> {
    return this.database.asPerson(personId, (tx) => this.#places(tx));
  }

  async to(tenantId: Id<'ten'>, caller: PersonCaller, by: Actor): Promise<{ token: string }> {
    const { personId, sessionId } = caller;
    const token = randomToken();
    await this.database.asPerson(personId, async (tx) => {
      const place = (await this.#places(tx)).find(({ id }) => id === tenantId);
      // A tenant one is not in and none answer alike. Staff are in none.
      if (!place || caller.kind === 'staff') throw new Refusal('tenant.not_found');
      await tx.session.updateMany({ where: { personId, id: sessionId }, data: { tenantId, tokenHash: keyedHash(this.secret, token) } });
      await this.trail.append(tx, tenantId, { action: 'session.switched', by: { ...by, role: place.role }, targets: [sessionId], details: { from: caller.tenantId } });
    });
    return { token };
  }

  #places(tx: Tx): Promise<Place[]> {
    return tx.$queryRaw<Place[]>`SELECT tenant_id AS id, name, role FROM gate_list_places()`;
  }
}
