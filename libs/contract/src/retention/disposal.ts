import { z } from 'zod';
import { idOf, Moment, wordsUpTo } from '../fields.js';
import { recordClasses } from './record-class.js';
import { canSanitise, disposalMethods, disposalTechniques, disposalVerifications, isVerifiedBy, mediaKinds } from './sanitising.js';

export const disposalFileKinds = ['photo', 'contractor_certificate', 'tool_report', 'other'] as const;
export const disposalFileTypes = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain'] as const;
export const DISPOSAL_FILE_MAX_BYTES = 4_000_000;
export const DISPOSAL_FILES_MAX = 4;

/** `waiting`: for its witness. `unwitnessed`: nobody confirmed it in time, or somebody refused to; it stays as it is and certifies nothing. */
export const disposalStates = ['waiting', 'witnessed', 'unwitnessed'] as const;

const FOUR_BYTES_FOR_THREE = 4 / 3;
const JSON_MARGIN_BYTES = 65_536;
/** Of an entry with as many and as large files as there may be. */
export const DISPOSAL_JSON_MAX_BYTES = Math.ceil(DISPOSAL_FILES_MAX * DISPOSAL_FILE_MAX_BYTES * FOUR_BYTES_FOR_THREE) + JSON_MARGIN_BYTES;

const MOST_TENANTS = 100;

const Upload = z
  .strictObject({
    kind: z.enum(disposalFileKinds),
    name: wordsUpTo(200),
    media_type: z.enum(disposalFileTypes),
    base64: z.base64().min(1, 'must not be empty').max(Math.ceil(DISPOSAL_FILE_MAX_BYTES * FOUR_BYTES_FOR_THREE) + 4, `must not be larger than ${DISPOSAL_FILE_MAX_BYTES} bytes`),
  })
  .meta({ id: 'DisposalFileUpload' });

/** What is said of a medium that left service, and signed once it was witnessed. */
const said = {
  kind: z.enum(mediaKinds),
  make: wordsUpTo(120).describe('Maker and model'),
  serial: wordsUpTo(120).describe('As it stands on the medium'),
  place: wordsUpTo(200).describe('Where it was used: machine, rack, site'),
  classes: z.array(z.enum(recordClasses)).max(recordClasses.length).describe('Which records may have lain on it; none for a medium that never held any'),
  tenants: z.union([z.literal('all'), z.array(idOf('ten')).max(MOST_TENANTS)]).describe('Whose records may have lain on it'),
  reason: wordsUpTo(500).describe('Why it left service'),
  method: z.enum(disposalMethods).describe('By NIST SP 800-88: `clear` against simple recovery, `purge` against a laboratory, `destroy` so that it cannot be used again'),
  technique: z.enum(disposalTechniques),
  sanitised_at: Moment.describe('When that was done'),
  verified_by: z.enum(disposalVerifications).describe('How it was looked whether anything was left'),
  verification: wordsUpTo(500).describe('What that look found'),
  contractor: wordsUpTo(200).nullable().describe('Who did the work, where that was not the person who enters it. That person answers for it'),
  corrects: idOf('mdp').nullable().describe('The entry that this one sets right. An entry is never changed'),
};

export const WitnessedDisposal = z.object(said);

export const DisposalRequest = z
  .strictObject({ ...said, contractor: said.contractor.default(null), corrects: said.corrects.default(null), files: z.array(Upload).max(DISPOSAL_FILES_MAX).default([]).describe('Photographs, the certificate of a contractor, the report of a tool. Sealed') })
  .superRefine(({ kind, method, technique, verified_by, classes, tenants }, check) => {
    const wrong = (path: string, message: string): void => void check.addIssue({ code: 'custom', path: [path], message });
    if (!canSanitise(kind, method, technique)) wrong('technique', `does not ${method} a medium of kind ${kind}`);
    if (!isVerifiedBy(method, technique, verified_by)) wrong('verified_by', `says nothing of ${technique}`);
    if ((classes.length === 0) !== (Array.isArray(tenants) && tenants.length === 0)) wrong('tenants', 'must name somebody when there were records on it, and nobody when there were none');
    if (new Set(classes).size < classes.length) wrong('classes', 'must name each class once');
  })
  .meta({ id: 'MediaDisposalRequest' });
export type DisposalRequest = z.infer<typeof DisposalRequest>;

const Person = z.object({ id: z.string(), name: z.string().nullable() });

export const DisposalFile = z.object({ id: idOf('mdf'), kind: z.enum(disposalFileKinds), name: z.string(), media_type: z.string(), bytes: z.int(), sha256: z.string() }).meta({ id: 'DisposalFile' });

export const MediaDisposal = z
  .object({
    id: idOf('mdp'),
    ...said,
    state: z.enum(disposalStates),
    performed_by: Person.describe('Who did it and entered it'),
    entered_at: Moment,
    approval: idOf('apr').describe('The request that the witness decides, under `/v1/admin/approvals`'),
    witnessed_by: Person.nullable(),
    witnessed_at: Moment.nullable(),
    corrected_by: z.array(idOf('mdp')).describe('Later entries that set this one right'),
    files: z.array(DisposalFile),
    certificate: idOf('mdc').nullable().describe('Once it was witnessed'),
  })
  .meta({ id: 'MediaDisposal' });
export type MediaDisposal = z.infer<typeof MediaDisposal>;

/** What is signed, as canonical JSON (RFC 8785). Bytes are hex. */
export const DisposalCertificateBody = z.object({
  v: z.literal(1),
  id: idOf('mdc'),
  issued_at: Moment,
  disposal: z.object({ id: idOf('mdp'), ...said, entered_at: Moment }),
  performed_by: Person,
  witnessed_by: Person,
  approval: z.object({ id: idOf('apr'), payload_sha256: z.string().describe('Of what the witness read and confirmed') }),
  evidence: z.array(z.object({ kind: z.enum(disposalFileKinds), bytes: z.int(), sha256: z.string() })),
  checkpoint: z.object({ seq: z.int(), head: z.string(), at: z.string() }).nullable().describe("The newest signed head of the provider's audit log before this was issued"),
});
export type DisposalCertificateBody = z.infer<typeof DisposalCertificateBody>;

export const DisposalCertificate = z
  .object({
    certificate: DisposalCertificateBody,
    key: z.string().describe('Id of the key that signed, as `/v1/audit-keys` has it'),
    public_key: z.string().describe('Ed25519, hex'),
    signature: z.string().describe('Ed25519 over `inkproof:disposal:1`, a line feed and the certificate as canonical JSON (RFC 8785), hex'),
  })
  .meta({ id: 'MediaDisposalCertificate' });
export type DisposalCertificate = z.infer<typeof DisposalCertificate>;
