import type { MemberRole, StaffRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { Invitation } from '../model/invitation.js';
import { tenantOf, type Side } from '../model/side.js';

const shown = { id: true, tenantId: true, memberRole: true, staffRole: true, email: true, locale: true, invitedBy: true, createdAt: true, sentAt: true, sendings: true, expiresAt: true } as const;

interface Row extends Omit<Invitation, 'side' | 'role' | 'email' | 'id'> {
  id: string;
  tenantId: string | null;
  memberRole: MemberRole | null;
  staffRole: StaffRole | null;
  email: string | null;
}

const invitationOf = ({ tenantId, memberRole, staffRole, ...row }: Row): Invitation => ({ ...row, side: (tenantId as Id<'ten'> | null) ?? 'provider', role: memberRole ?? staffRole! }) as Invitation;

/** Invitations that wait. Works in a transaction of their side's; those found by a token, in one of the provider's. */
export class InvitationStore {
  async list(tx: Tx, side: Side): Promise<Invitation[]> {
    return (await tx.invitation.findMany({ where: { tenantId: tenantOf(side), ended: null }, select: shown, orderBy: { id: 'desc' } })).map(invitationOf);
  }

  async find(tx: Tx, side: Side, id: Id<'inv'>): Promise<Invitation | undefined> {
    const row = await tx.invitation.findFirst({ where: { tenantId: tenantOf(side), id, ended: null }, select: shown });
    return row ? invitationOf(row) : undefined;
  }

  async findByToken(tx: Tx, tokenHash: string): Promise<(Invitation & { tenant: string | null }) | undefined> {
    const row = await tx.invitation.findFirst({ where: { tokenHash, ended: null }, select: { ...shown, tenant: { select: { name: true } } } });
    if (!row) return undefined;
    const { tenant, ...invitation } = row;
    return { ...invitationOf(invitation), tenant: tenant?.name ?? null };
  }

  async add(tx: Tx, { side, role, ...invitation }: Invitation, tokenHash: string): Promise<void> {
    const to = side === 'provider' ? { staffRole: role as StaffRole } : { tenantId: side, memberRole: role as MemberRole };
    await tx.invitation.create({ data: { ...invitation, ...to, tokenHash } });
  }

  async renew(tx: Tx, side: Side, id: Id<'inv'>, tokenHash: string, { sentAt, sendings, expiresAt }: Pick<Invitation, 'sentAt' | 'sendings' | 'expiresAt'>): Promise<void> {
    await tx.invitation.updateMany({ where: { tenantId: tenantOf(side), id, ended: null }, data: { tokenHash, sentAt, sendings, expiresAt } });
  }

  /** Ends it and erases its address. False when somebody ended it, or drew another token, before. */
  async end(tx: Tx, side: Side, id: Id<'inv'>, ended: 'accepted' | 'withdrawn', at: Date, tokenHash?: string): Promise<boolean> {
    return (await tx.invitation.updateMany({ where: { tenantId: tenantOf(side), id, ended: null, tokenHash }, data: { ended, endedAt: at, email: null } })).count > 0;
  }
}
