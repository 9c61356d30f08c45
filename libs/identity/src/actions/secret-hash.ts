import { createHmac, randomBytes } from 'node:crypto';

/** HMAC-SHA-256, hex. A copy of the database opens nothing without the key, which is not in it. */
export const keyedHash = (key: string, secret: string): string => createHmac('sha256', key).update(secret).digest('hex');

export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');
