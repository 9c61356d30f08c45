import { refusedField } from '@inkproof/contract';
import type { KeyTerms } from '../model/api-key.js';
import { canonicalBlock } from '../model/allowed-address.js';

/** What a contract's shape cannot say of a key: its end lies ahead, its quota within the tenant's. Answers the terms as they are stored. */
export const checkTerms = <Terms extends Partial<KeyTerms>>(terms: Terms, { now, tenantQuota }: { now: Date; tenantQuota: number | undefined }): Terms => {
  if (terms.expiresAt && terms.expiresAt <= now) throw refusedField('expires_at', 'must lie ahead');
  if (terms.requestsPerSecond && tenantQuota !== undefined && terms.requestsPerSecond > tenantQuota) throw refusedField('requests_per_second', `must not exceed the ${tenantQuota} of the tenant`);
  return { ...terms, ...(terms.scopes && { scopes: [...new Set(terms.scopes)] }), ...(terms.allowedAddresses && { allowedAddresses: [...new Set(terms.allowedAddresses.map(canonicalBlock))] }) };
};
