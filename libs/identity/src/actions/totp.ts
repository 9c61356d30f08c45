import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, half a minute. 160 bits of secret, as RFC 4226 asks for. */
const PERIOD_S = 30;
const SECRET_BYTES = 20;
/** One code early or late, for clocks that differ. */
const DRIFT = 1;

const totp = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Inkproof', label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, secret: Secret.fromBase32(secret) });

/** In base 32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** `otpauth://totp/…`, which a camera hands to the app. */
export const totpUri = (secret: string, label: string): string => totp(secret, label).toString();

/** The half minute a code belongs to, if it belongs to this one or its neighbours. */
export const stepOfCode = (secret: string, code: string, now: Date): number | undefined => {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: DRIFT });
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / PERIOD_S) + delta;
};
