import type { DisposalCertificate, DisposalCertificateBody, MediaDisposal } from '@inkproof/contract';
import { saidOf, type Disposal } from '../model/disposal.js';
import type { StoredDisposalCertificate } from '../store/disposal-store.js';

export const showDisposal = (disposal: Disposal): MediaDisposal => ({
  id: disposal.id,
  ...saidOf(disposal),
  state: disposal.state,
  performed_by: disposal.performedBy,
  entered_at: disposal.enteredAt.toISOString(),
  approval: disposal.approvalId,
  witnessed_by: disposal.witnessedBy,
  witnessed_at: disposal.witnessedAt?.toISOString() ?? null,
  corrected_by: [...disposal.correctedBy],
  files: disposal.files.map(({ mediaType: media_type, ...file }) => ({ ...file, media_type })),
  certificate: disposal.certificate,
});

export const showDisposalCertificate = ({ body, key, signature }: StoredDisposalCertificate, publicKey: Uint8Array | undefined): DisposalCertificate => ({
  certificate: JSON.parse(body) as DisposalCertificateBody,
  key,
  public_key: publicKey ? Buffer.from(publicKey).toString('hex') : '',
  signature: Buffer.from(signature).toString('hex'),
});
