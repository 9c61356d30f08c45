import type { MemberRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import { mayWrite } from './find-addressee.js';

/** Somebody who may write on tickets, for one of their tenants. */
export interface Writer {
  tenantId: Id<'ten'>;
  personId: Id<'per'>;
  role: MemberRole;
}

/** For which tenants whoever has this address, or is this person, may write now. */
export const findWriters = async (tx: Tx, who: { email: string } | { id: string }): Promise<Writer[]> => {
  const members = await tx.member.findMany({ where: { person: who }, select: { tenantId: true, personId: true, role: true }, orderBy: { tenantId: 'asc' } });
  return (members as Writer[]).filter(({ role }) => mayWrite(role));
};
