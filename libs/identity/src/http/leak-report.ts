import { KeyLeakReport, Refusal } from '@inkproof/contract';
import { JSON_MAX_BYTES, match, readBody } from '@inkproof/platform';
import type { Request } from 'express';
import { Webhook } from 'standardwebhooks';

const SIGNATURE = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** Signed within five minutes, by any of the secrets that were agreed with scanners. */
const isSignedBy = (body: Buffer, headers: Record<string, string>, secrets: readonly string[]): boolean =>
  secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, headers);
      return true;
    } catch {
      return false;
    }
  });

/** A report as it came in, and whether a scanner signed it. The signature is over the bytes, so they are read here. */
export const readLeakReport = async (request: Request, secrets: readonly string[]): Promise<{ report: KeyLeakReport; signed: boolean }> => {
  if (!request.is('application/json')) throw new Refusal('request.unsupported_type', 'This address takes application/json');
  const body = await readBody(request, JSON_MAX_BYTES);
  const headers = Object.fromEntries(SIGNATURE.map((name) => [name, String(request.headers[name] ?? '')]));
  const signed = isSignedBy(body, headers, secrets);
  if (!signed && SIGNATURE.some((name) => headers[name])) throw new Refusal('leak.signature_wrong', 'The signature was not made with a secret agreed here, or its timestamp is more than five minutes off.');
  const report = match(KeyLeakReport, jsonOf(body));
  if (!signed && report.keys.length > 1) throw new Refusal('leak.signature_missing', 'Report one key at a time, or sign the report.');
  return { report, signed };
};

const jsonOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new Refusal('request.invalid', 'The body is not well-formed JSON', { errors: [{ field: '', message: 'is not well-formed JSON' }] });
  }
};
