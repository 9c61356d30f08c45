import type { MemberRole, StaffRole } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

/** Whose people: a tenant's members, or the provider's staff. */
export type Side = Id<'ten'> | 'provider';

/** The tenant of a side; null for the provider. */
export const tenantOf = (side: Side): Id<'ten'> | null => (side === 'provider' ? null : side);

export type Role = MemberRole | StaffRole;

/** Whoever keeps the people of a side. Without one nobody could ever be let in again. */
export const keeperOf = (side: Side): 'owner' | 'admin' => (side === 'provider' ? 'admin' : 'owner');
