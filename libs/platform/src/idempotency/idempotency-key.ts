import { Refusal } from '@inkproof/contract';
import type { IncomingHttpHeaders } from 'node:http';

const MAX_CHARACTERS = 255;
/** As a structured field (RFC 9651) it is a text in quotes; many programs send it bare. */
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const PRINTABLE = /^[\x20-\x7e]+$/;

/** The caller's own name for this call; undefined when they gave none. */
export const idempotencyKeyOf = (headers: IncomingHttpHeaders): string | undefined => {
  const given = headers['idempotency-key'];
  if (given === undefined) return undefined;
  const text = String(given).trim();
  const key = QUOTED.exec(text)?.[1]?.replace(/\\(["\\])/g, '$1') ?? text;
  if (key.length > MAX_CHARACTERS || !PRINTABLE.test(key))
    throw new Refusal('request.invalid', `The Idempotency-Key must be 1 to ${MAX_CHARACTERS} printable ASCII characters, such as a UUID.`, { errors: [{ field: 'Idempotency-Key', message: `must be 1 to ${MAX_CHARACTERS} printable ASCII characters` }] });
  return key;
};
