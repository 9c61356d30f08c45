import { usualScopes, type KeyScope } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

export type Environment = 'live' | 'test';
/** What is kept of calls beyond their answers. */
export type Retention = 'none' | 'result' | 'all';

/** What a key may do and from where, as its issuer asked for it. */
export interface KeyTerms {
  label: string;
  retention: Retention;
  scopes: KeyScope[];
  purpose: string | null;
  /** Canonical blocks; none for anywhere. */
  allowedAddresses: string[];
  expiresAt: Date | null;
  /** Of its own, within the tenant's. */
  requestsPerSecond: number | null;
}

/** Of a key that was issued without a word on them. */
export const openTerms: Omit<KeyTerms, 'label'> = { retention: 'none', scopes: [...usualScopes], purpose: null, allowedAddresses: [], expiresAt: null, requestsPerSecond: null };

/** A secret a tenant's program calls with, as the tenant's people see it. */
export interface ApiKey extends KeyTerms {
  id: Id<'key'>;
  environment: Environment;
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  lastUsedFrom: string | null;
  lastUsedFor: string | null;
  retiresAt: Date | null;
  successorId: Id<'key'> | null;
  revokedAt: Date | null;
  revokedBecause: 'member' | 'leak' | null;
}

/** For people to read. Whether a key opens anything is judged by the store, by its own clock. */
export const stateOf = ({ revokedAt, retiresAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'retiresAt' | 'expiresAt'>, now: Date): 'active' | 'retiring' | 'rotated' | 'expired' | 'revoked' => {
  if (revokedAt) return 'revoked';
  if (retiresAt && retiresAt <= now) return 'rotated';
  if (expiresAt && expiresAt <= now) return 'expired';
  return retiresAt ? 'retiring' : 'active';
};

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_DIGITS = 32;
const CHECK_DIGITS = 6;
const HINT_LENGTH = 'ink_live_'.length + 4;
const FORM = new RegExp(`^(ink_(?:live|test)_[0-9A-Za-z]{${SECRET_DIGITS}})([0-9A-Za-z]{${CHECK_DIGITS}})$`);

/** How many random bytes one secret is drawn from: bytes that would favour some digits are passed over. */
export const SECRET_RANDOM_BYTES = 64;

/** CRC-32 as in ISO 3309 and zip. It finds slips of the pen and made-up keys before anything is looked up. */
export const crc32 = (text: string): number => {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

const base62 = (value: number, digits: number): string => {
  let text = '';
  for (let rest = value, i = 0; i < digits; i++, rest = Math.floor(rest / 62)) text = ALPHABET[rest % 62] + text;
  return text;
};

/** Mints a secret: prefix, 32 base-62 digits (190 bits), 6 digits of CRC-32 over what stands before them. */
export const mintSecret = (environment: Environment, random: Uint8Array): string => {
  const unbiased = [...random].filter((byte) => byte < 4 * 62).slice(0, SECRET_DIGITS);
  if (unbiased.length < SECRET_DIGITS) throw new RangeError(`${SECRET_RANDOM_BYTES} random bytes held too few usable ones`);
  const body = `ink_${environment}_${unbiased.map((byte) => ALPHABET[byte % 62]).join('')}`;
  return body + base62(crc32(body), CHECK_DIGITS);
};

/** Whether a text has the form of a key and its checksum agrees. One random text in 2³² of the right form passes. */
export const isWellFormed = (secret: string): boolean => {
  const [, body, check] = FORM.exec(secret) ?? [];
  return body !== undefined && base62(crc32(body), CHECK_DIGITS) === check;
};

/** What may be shown of a secret afterwards. */
export const hintOf = (secret: string): string => secret.slice(0, HINT_LENGTH);

/** A text in which no secret stands any more, whether its checksum agrees or not. */
export const withoutSecrets = (text: string): string => text.replace(/ink_(live|test)_[0-9A-Za-z]+/g, 'ink_$1_…');
