import { z } from 'zod';
import { Day, idOf, Moment, wordsUpTo } from '../fields.js';
import { recordClasses } from './record-class.js';

export const deletionOrigins = ['request', 'expiry'] as const;
export const deletionStates = ['waiting', 'running', 'verifying', 'done', 'cancelled'] as const;

const MOST_IDS = 1_000;
export const DELETION_MOST_DELAY_DAYS = 7;

/** What is to be erased. */
export const DeletionSelection = z
  .union([
    z.strictObject({ ids: z.array(z.union([idOf('rec'), idOf('job')])).min(1).max(MOST_IDS).describe('Recognitions and jobs') }),
    z.strictObject({ tag: wordsUpTo(64).describe('Everything that bears this tag') }),
    z.strictObject({ created: z.strictObject({ from: Moment, to: Moment }).refine(({ from, to }) => from < to, { path: ['to'], message: 'must lie after from' }).describe('Created at or after `from` and before `to`') }),
    z.strictObject({ request: idOf('dsr'), of: z.enum(['results', 'material']) }).describe('What is kept of the person whose data-subject request it is: recognitions and jobs that relied on their authorisations, or those with their material'),
    z.strictObject({ everything: z.enum(['results', 'tenant']).describe('`results`: every recognition and job. `tenant`: everything of yours that may go; what is under a period or a hold stays') }),
  ])
  .meta({ id: 'DeletionSelection' });
export type DeletionSelection = z.infer<typeof DeletionSelection>;

export const DeletionRequest = z
  .strictObject({
    selection: DeletionSelection,
    expected: z.int().min(0).describe('How many things you expect to go, as the preview told. When it is another number by now, nothing is erased'),
    delay_days: z.int().min(0).max(DELETION_MOST_DELAY_DAYS).default(0).describe('Of `everything: tenant` only: days in which you can still cancel. What has begun cannot be undone by anybody'),
  })
  .refine(({ selection, delay_days }) => delay_days === 0 || ('everything' in selection && selection.everything === 'tenant'), { path: ['delay_days'], message: 'is for everything of a tenant only' })
  .meta({ id: 'DeletionRequest' });
export type DeletionRequest = z.infer<typeof DeletionRequest>;

export const ClassCount = z.object({ record_class: z.enum(recordClasses), count: z.int() });

export const DeletionPreview = z
  .object({
    erasable: z.array(ClassCount).describe('What would go, by class'),
    kept: z.array(ClassCount).describe('What is under a period that is not over'),
    held: z.array(ClassCount).describe('What is under a legal hold, or evidence of an inspection or a request that is open'),
    total: z.int().describe('What a request is to expect'),
  })
  .meta({ id: 'DeletionPreview' });
export type DeletionPreview = z.infer<typeof DeletionPreview>;

export const Deletion = z
  .object({
    id: idOf('del'),
    origin: z.enum(deletionOrigins),
    state: z.enum(deletionStates).describe('`waiting` can be cancelled; nothing after it can be undone'),
    selection: DeletionSelection.nullable().describe('Null for what merely expired'),
    requested_by: z.string(),
    requested_at: Moment,
    begins_at: Moment,
    ended_at: Moment.nullable(),
    progress: z.object({ total: z.int(), erased: z.int(), held: z.int().describe('Left alone under a legal hold, or as evidence of an inspection or a request that is open'), kept: z.int().describe('Left alone, because their period is not over') }),
    certificate: idOf('dct').nullable().describe('Once everything was verified to be gone'),
  })
  .meta({ id: 'Deletion' });
export type Deletion = z.infer<typeof Deletion>;

/** Of a service that has ended: what was offered to be returned beforehand. What was deleted is the rest of the certificate. */
export const EndStatement = z
  .object({
    id: idOf('end'),
    side: z.enum(['tenant', 'provider']).describe('Who ended it'),
    last_day: Day,
    ended_at: Moment,
    offered_at: z.array(Moment).describe('When the tenant was told where to fetch what is its own'),
    law: z.literal('个人信息保护法第二十一条').describe('Whoever was entrusted with personal information returns or deletes it when the entrustment ends. What `excluded` counts is kept by law, agreement or a hold, and goes when that is over'),
  })
  .meta({ id: 'EndStatement' });
export type EndStatement = z.infer<typeof EndStatement>;

/** What is signed: one form for one deletion, as canonical JSON (RFC 8785). Bytes are hex. */
export const CertificateBody = z.object({
  v: z.literal(1),
  id: idOf('dct'),
  issued_at: Moment,
  tenant: z.object({ id: idOf('ten'), name: z.string() }),
  deletion: z.object({ id: idOf('del'), origin: z.enum(deletionOrigins), requested_by: z.string(), requested_at: Moment, selection: DeletionSelection.nullable() }),
  erased: z.object({
    count: z.int(),
    by_class: z.array(ClassCount),
    first_at: Moment.nullable(),
    last_at: Moment.nullable(),
    salt: z.string().describe('Goes before class and id in each digest'),
    digests_sha256: z.string().describe('SHA-256 over the digests in order, as bytes'),
    digests: z.array(z.string()).nullable().describe('SHA-256 of salt, class, a line feed and id, for each thing, in order. Null when there are more than a thousand'),
  }),
  keys: z.object({
    count: z.int().describe('Data keys destroyed'),
    ids_sha256: z.string().describe('SHA-256 over their ids in order, each followed by a line feed'),
    ids: z.array(z.string()).nullable().describe('Null when there are more than a thousand'),
  }),
  method: z.literal('data_keys_destroyed').describe('Every thing had a data key of its own (AES-256-GCM). The wrapped keys were destroyed, then the sealed bytes unlinked'),
  verification: z.object({ at: Moment, rows_left: z.literal(0), keys_left: z.literal(0), blobs_left: z.literal(0) }),
  excluded: z.object({ held: z.int(), kept: z.int(), holds: z.array(z.string()) }),
  backup_horizon: Moment.describe('By then the last backup that was made before is gone, with the sealed bytes that are in it. No backup holds keys of objects'),
  checkpoint: z.object({ seq: z.int(), head: z.string(), at: z.string() }).nullable().describe("The head of the tenant's audit log when this was issued"),
  service_end: EndStatement.optional().describe('Where the service had ended: with this the certificate is the statement of return or deletion'),
  irreversible: z.literal('无法复原').describe('Cannot be restored: there is no way back from this, for nobody'),
});
export type CertificateBody = z.infer<typeof CertificateBody>;

export const DeletionCertificate = z
  .object({
    certificate: CertificateBody,
    key: z.string().describe('Id of the key that signed, as `/v1/audit-keys` has it'),
    public_key: z.string().describe('Ed25519, hex'),
    signature: z.string().describe('Ed25519 over `inkproof:deletion:1`, a line feed and the certificate as canonical JSON (RFC 8785), hex'),
  })
  .meta({ id: 'DeletionCertificate' });
export type DeletionCertificate = z.infer<typeof DeletionCertificate>;
