/** Whose people a page shows: those of a tenant, or the provider's. */
export type PeopleSide = 'members' | 'staff';
