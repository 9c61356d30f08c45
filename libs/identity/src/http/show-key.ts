import type { ApiKey as ShownKey, KeyChange, KeyRequest } from '@inkproof/contract';
import { stateOf, type ApiKey, type KeyTerms } from '../model/api-key.js';

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

export const showKey = (key: ApiKey, now: Date): ShownKey => ({
  id: key.id,
  label: key.label,
  environment: key.environment,
  retention: key.retention,
  scopes: key.scopes,
  purpose: key.purpose,
  allowed_addresses: key.allowedAddresses,
  requests_per_second: key.requestsPerSecond,
  hint: key.hint,
  state: stateOf(key, now),
  created_at: key.createdAt.toISOString(),
  expires_at: moment(key.expiresAt),
  last_used_at: moment(key.lastUsedAt),
  last_used_from: key.lastUsedFrom,
  last_used_for: key.lastUsedFor,
  retires_at: moment(key.retiresAt),
  successor: key.successorId,
  revoked_at: moment(key.revokedAt),
  revoked_because: key.revokedBecause ?? (key.revokedAt ? 'member' : null),
});

/** What was asked for, in the words of the model; what was not named stays unnamed. */
export const termsOf = <Asked extends KeyRequest | KeyChange>({ allowed_addresses, expires_at, requests_per_second, ...same }: Asked): Partial<KeyTerms> => ({
  ...same,
  ...(allowed_addresses !== undefined && { allowedAddresses: allowed_addresses }),
  ...(expires_at !== undefined && { expiresAt: expires_at === null ? null : new Date(expires_at) }),
  ...(requests_per_second !== undefined && { requestsPerSecond: requests_per_second }),
});
