const ID = /^(per|ten)_[0-9a-hjkmnp-tv-z]{26}$/;

/** The ids of people and tenants among the fields of something that was asked for. */
export const idsIn = (fields: unknown): string[] => Object.values((fields ?? {}) as Record<string, unknown>).filter((value): value is string => typeof value === 'string' && ID.test(value));
