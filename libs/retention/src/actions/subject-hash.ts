import { createHmac } from 'node:crypto';

/**
 * A tenant's own reference for a person, for look-up: HMAC-SHA-256 over tenant and reference under a key that is not in
 * the database (`KEY_PEPPER`), 32 bytes. The reference itself is stored nowhere, and the same one of another tenant has
 * another hash. Holds on a person and authorisations of a person go by the same one.
 */
export const subjectHashOf = (pepper: string, tenantId: string, reference: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHmac('sha256', pepper).update(`subject ${tenantId} ${reference}`).digest());
