import { createHmac } from 'node:crypto';

/** A tenant's own reference for a person, as it is kept for look-up: HMAC-SHA-256 under the pepper, so that nobody with the tables can try references on it. */
export const subjectHashOf = (pepper: string, tenantId: string, reference: string): Buffer => createHmac('sha256', pepper).update(`subject\n${tenantId}\n${reference.normalize('NFC')}`).digest();
