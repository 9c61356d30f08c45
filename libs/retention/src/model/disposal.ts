import type { DisposalMethod, DisposalRequest, DisposalTechnique, DisposalVerification, MediaKind, RecordClass } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

type FileKind = DisposalRequest['files'][number]['kind'];
export type DisposalState = 'waiting' | 'witnessed' | 'unwitnessed';

export interface Evidence {
  id: Id<'mdf'>;
  kind: FileKind;
  name: string;
  mediaType: string;
  bytes: number;
  /** Hex, of what was sealed. */
  sha256: string;
}

/** An entry of the register, as it stands. */
export interface Disposal {
  id: Id<'mdp'>;
  kind: MediaKind;
  make: string;
  serial: string;
  place: string;
  classes: readonly RecordClass[];
  tenants: 'all' | readonly Id<'ten'>[];
  reason: string;
  method: DisposalMethod;
  technique: DisposalTechnique;
  sanitisedAt: Date;
  verifiedBy: DisposalVerification;
  verification: string;
  contractor: string | null;
  corrects: Id<'mdp'> | null;
  performedBy: { id: string; name: string | null };
  enteredAt: Date;
  approvalId: Id<'apr'>;
  state: DisposalState;
  witnessedBy: { id: string; name: string | null } | null;
  witnessedAt: Date | null;
  correctedBy: readonly Id<'mdp'>[];
  files: readonly Evidence[];
  certificate: Id<'mdc'> | null;
}

/** The words of an entry as the wire, the request to its witness and the certificate have them: one form in three places. */
export const saidOf = ({ kind, make, serial, place, classes, tenants, reason, method, technique, sanitisedAt, verifiedBy, verification, contractor, corrects }: Omit<Disposal, 'performedBy' | 'enteredAt' | 'approvalId' | 'state' | 'witnessedBy' | 'witnessedAt' | 'correctedBy' | 'files' | 'certificate' | 'id'>) => ({
  kind,
  make,
  serial,
  place,
  classes: [...classes],
  tenants: tenants === 'all' ? tenants : [...tenants],
  reason,
  method,
  technique,
  sanitised_at: sanitisedAt.toISOString(),
  verified_by: verifiedBy,
  verification,
  contractor,
  corrects,
});
