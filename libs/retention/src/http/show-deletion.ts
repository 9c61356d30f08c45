import type { SigningKey } from '@inkproof/audit';
import type { CertificateBody, Deletion, DeletionCertificate } from '@inkproof/contract';
import type { StoredCertificate } from '../store/certificate-store.js';
import type { DeletionRecord } from '../store/deletion-store.js';

export const showDeletion = ({ id, origin, state, selection, requestedBy, requestedAt, beginsAt, endedAt, total, erased, held, kept, certificate }: DeletionRecord): Deletion => ({
  id,
  origin,
  state,
  selection,
  requested_by: requestedBy,
  requested_at: requestedAt.toISOString(),
  begins_at: beginsAt.toISOString(),
  ended_at: endedAt?.toISOString() ?? null,
  progress: { total, erased, held, kept },
  certificate,
});

export type KeyText = Pick<SigningKey, 'publicKey'>;

export const showCertificate = ({ body, key, signature }: StoredCertificate, publicKey: Uint8Array | undefined): DeletionCertificate => ({
  certificate: JSON.parse(body) as CertificateBody,
  key,
  public_key: publicKey ? Buffer.from(publicKey).toString('hex') : '',
  signature: signature.toString('hex'),
});
