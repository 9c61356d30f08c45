import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';

const PREFIX = 'whsec_';
/** Within the 24 to 64 bytes that Standard Webhooks asks for. */
const SECRET_BYTES = 32;
const HINT_CHARACTERS = PREFIX.length + 4;

export const mintWebhookSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

export const hintOfSecret = (secret: string): string => secret.slice(0, HINT_CHARACTERS);

/** The headers by which a receiver knows the message is ours and fresh: one signature for each secret, the present one first. */
export const signedHeaders = (id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': secrets.map((secret) => new Signer(secret).sign(id, at, body)).join(' '),
});
