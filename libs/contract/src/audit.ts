import { z } from 'zod';
import { auditActionNames } from './audit-action.js';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment } from './fields.js';
import { permitted } from './permission.js';

const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
const Seq = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
/** An id, or a name such as `seed`, as entries hold them. */
const Named = z.string().regex(/^[\w.-]{1,64}$/);

export const auditActorKinds = ['key', 'member', 'staff', 'system', 'visitor'] as const;

export const AuditEvent = z
  .object({
    seq: z.int().describe('Its place in the log, from 1, without a gap'),
    at: Moment,
    erased: z.boolean().describe('What it said was erased; its place in the chain stays'),
    action: z.enum(auditActionNames).nullable().describe('Null once erased, like all that follows'),
    version: z.int().nullable().describe('Of the shape of `details`'),
    actor: z.object({ kind: z.enum(auditActorKinds), id: z.string(), role: z.string().nullable(), name: z.string().nullable().describe('As it is now; the log itself holds no names') }).nullable(),
    request_id: z.string().nullable(),
    targets: z.array(z.string()).describe('Ids of what it was done to'),
    outcome: z.enum(['done', 'refused']).nullable(),
    code: z.string().nullable().describe('Problem code of what was refused'),
    details: z.record(z.string(), z.unknown()),
    reason: z.string().nullable(),
    before_sha256: Hex(32).nullable().describe('SHA-256 over the salt of the entry and what was before, in canonical JSON'),
    after_sha256: Hex(32).nullable(),
    hash: Hex(32),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditCheckpoint = z
  .object({
    checkpoint: z.object({ v: z.literal(1), chain: z.string(), seq: z.int(), head: Hex(32).describe('Hash of that entry'), at: z.string().describe('RFC 3339 with microseconds'), key: Hex(32).describe('Id of the key that signed') }),
    signature: Hex(64).describe('Ed25519 over `inkproof:checkpoint:1`, a line feed, and the checkpoint in canonical JSON'),
  })
  .meta({ id: 'AuditCheckpoint' });

export const AuditSearch = ListQuery.extend({
  action: z.string().regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/).optional().describe('`key.revoked`, or `key` for all that begin so'),
  actor: Named.optional().describe('Id of who did it'),
  target: Named.optional().describe('Id of what it was done to'),
  request_id: Named.optional(),
  from: Moment.optional(),
  to: Moment.optional(),
});

const AuditEventList = listOf(AuditEvent)
  .extend({ head_seq: z.int().describe('Of the newest entry; 0 while there is none'), sealed_seq: z.int().describe('Up to here a checkpoint is signed') })
  .meta({ id: 'AuditEventList' });

/** What can be wrong with a log, as the verification and the offline verifiers name it. */
export const auditFaults = ['entry.order', 'entry.commitment', 'entry.hash', 'entry.time', 'entry.column', 'entry.body', 'checkpoint.head', 'checkpoint.beyond', 'checkpoint.key', 'checkpoint.signature'] as const;

export const AuditVerification = z
  .object({
    from: z.int(),
    verified_seq: z.int().describe('Every entry from `from` to here is as it was written'),
    head_seq: z.int(),
    complete: z.boolean().describe('False when there is more than one call looks at: go on behind `verified_seq`'),
    sealed_seq: z.int().describe('The newest checkpoint covers up to here; later entries wait for the next'),
    sealed_at: z.string().nullable(),
    head: Hex(32).nullable(),
    entries: z.int().describe('Looked at in this call'),
    checkpoints: z.int().describe('Whose signatures were checked in this call'),
    first_bad: z.object({ seq: z.int(), fault: z.enum(auditFaults) }).nullable(),
    at: Moment,
    duration_ms: z.int(),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerification = z.infer<typeof AuditVerification>;

export const auditChainKinds = ['provider', 'tenant', 'probes'] as const;

export const AuditChain = z
  .object({ chain: z.string(), of: z.enum(auditChainKinds).describe('`probes`: of what calls as a tenant to prove that the service works, and is nobody'), name: z.string().nullable(), head_seq: z.int(), head_at: Moment, sealed_seq: z.int(), sealed_at: Moment.nullable() })
  .meta({ id: 'AuditChain' });
export type AuditChain = z.infer<typeof AuditChain>;

const AuditKeys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        use: z.literal('sig'),
        x: z.string(),
        kid: Hex(32).describe('SHA-256 of the public key'),
        first_used_at: Moment,
        after: Hex(32).nullable().describe('The key it followed, which vouched for it'),
        vouching: Hex(128).nullable().describe('Ed25519 by the key before and then by this one, over `inkproof:succession:1`, a line feed, and `{"after":…,"key":…,"v":1}`'),
      }),
    ),
  })
  .meta({ id: 'AuditKeys' });

const Span = z.object({ from: Seq.default(1), to: Seq.optional().describe('The newest entry when absent') });
const Behind = z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0).describe('Begins behind this entry') });

const ExportLine = z.looseObject({ type: z.enum(['header', 'entry', 'checkpoint', 'end']) }).meta({ id: 'AuditExportLine', description: 'One line; docs/auditors.md says what each holds' });
const ndjson = { ndjson: 'application/x-ndjson' };

export const auditApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/audit-events',
    summary: 'Read the audit log',
    description: 'All that was done in your tenant, by whomever, the provider’s staff included.',
    access: permitted('audit.read'),
    query: AuditSearch,
    status: 200,
    reply: AuditEventList,
    problems: ['request.invalid'],
  }),
  export: endpoint({
    method: 'GET',
    path: '/v1/audit-export',
    summary: 'Export the audit log',
    description: 'Newline-delimited JSON with checkpoints in their places and a signature at the end, for the offline verifier. A span that broke off is asked for again: it is the same but for its last line.',
    access: permitted('audit.read'),
    audit: 'audit.exported',
    query: Span,
    status: 200,
    reply: ExportLine,
    formats: ndjson,
    problems: ['request.invalid'],
  }),
  verify: endpoint({
    method: 'GET',
    path: '/v1/audit-verification',
    summary: 'Verify the audit log',
    description: 'Works every hash, commitment and signature out again, now.',
    access: permitted('audit.read'),
    query: Behind,
    status: 200,
    reply: AuditVerification,
    problems: ['request.invalid'],
  }),
  checkpoints: endpoint({
    method: 'GET',
    path: '/v1/audit-checkpoints',
    summary: 'List signed checkpoints',
    description: 'Keep one somewhere else: with it a rewritten log can be told from the one you saw.',
    access: permitted('audit.read'),
    query: ListQuery,
    status: 200,
    reply: listOf(AuditCheckpoint).meta({ id: 'AuditCheckpointList' }),
    problems: ['request.invalid'],
  }),
  keys: endpoint({
    method: 'GET',
    path: '/v1/audit-keys',
    summary: 'Public keys of checkpoints',
    description: 'A JSON Web Key Set of every key that signs or ever signed.',
    access: permitted('public'),
    status: 200,
    reply: AuditKeys,
    problems: [],
  }),
};

const Which = z.object({ chain: z.union([z.literal('provider'), idOf('ten')]).default('provider').describe('A tenant’s log, or the provider’s own') });

export const adminAuditApi = {
  chains: endpoint({
    method: 'GET',
    path: '/v1/admin/audit-chains',
    summary: 'List audit logs',
    access: permitted('audit.inspect'),
    status: 200,
    reply: z.object({ items: z.array(AuditChain) }).meta({ id: 'AuditChainList' }),
    problems: [],
  }),
  list: endpoint({
    ...auditApi.list,
    path: '/v1/admin/audit-events',
    summary: 'Read an audit log',
    description: 'Reading a tenant’s leaves an entry in it, which the tenant sees.',
    access: permitted('audit.inspect'),
    audit: 'audit.read',
    query: AuditSearch.extend(Which.shape),
  }),
  export: endpoint({ ...auditApi.export, path: '/v1/admin/audit-export', summary: 'Export an audit log', access: permitted('audit.inspect'), query: Span.extend(Which.shape) }),
  verify: endpoint({ ...auditApi.verify, path: '/v1/admin/audit-verification', summary: 'Verify an audit log', access: permitted('audit.inspect'), query: Behind.extend(Which.shape) }),
  checkpoints: endpoint({ ...auditApi.checkpoints, path: '/v1/admin/audit-checkpoints', summary: 'List signed checkpoints of a log', access: permitted('audit.inspect'), query: ListQuery.extend(Which.shape) }),
};
