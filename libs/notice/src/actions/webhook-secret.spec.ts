import { Webhook as Verifier } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { hintOfSecret, mintWebhookSecret, signedHeaders } from './webhook-secret.js';

const body = '{"type":"job.succeeded"}';

it('signs so that a receiver with either secret believes it, and nobody else', () => {
  const [present, previous, other] = [mintWebhookSecret(), mintWebhookSecret(), mintWebhookSecret()];
  const headers = signedHeaders('dlv_1', new Date(), body, [present, previous]);
  expect(new Verifier(present).verify(body, headers)).toEqual({ type: 'job.succeeded' });
  expect(new Verifier(previous).verify(body, headers)).toEqual({ type: 'job.succeeded' });
  expect(() => new Verifier(other).verify(body, headers)).toThrow();
  expect(() => new Verifier(present).verify(body.replace('succeeded', 'failed'), headers)).toThrow();
});

it('is not believed when it is old', () => {
  const secret = mintWebhookSecret();
  expect(() => new Verifier(secret).verify(body, signedHeaders('dlv_1', new Date(Date.now() - 600_000), body, [secret]))).toThrow();
});

it('never mints the same secret twice, and hints at four characters of it', () => {
  const [one, other] = [mintWebhookSecret(), mintWebhookSecret()];
  expect(one).not.toBe(other);
  expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(hintOfSecret('whsec_abcdefgh')).toBe('whsec_abcd');
});
