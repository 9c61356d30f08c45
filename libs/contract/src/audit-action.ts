import { z } from 'zod';
import { evidenceKinds, outageOrigins } from './availability/outage-cause.js';
import { incidentStates } from './availability/status.js';
import { changeStates, changeUrgencies } from './change/change-notice.js';
import { securityKinds } from './change/security-notice.js';
import { noticeSettings } from './change/setting.js';
import { attestedOutcomes } from './consent/attestation.js';
import { custodies } from './consent/authorization.js';
import { filingFileKinds } from './consent/vocabulary.js';
import { undeclaredPolicies } from './consent/personal-information.js';
import { inspectionFileKinds, inspectionVerdicts } from './consent/inspection.js';
import { identityMethods, requestKinds, requestSources, requestTaskKinds } from './consent/request.js';
import { environments } from './environment.js';
import { factorKinds, secondWays, signInWays } from './factor-kind.js';
import { maintenanceKinds } from './maintenance/component.js';
import { retentions } from './recognition/options.js';
import { holdScopes } from './retention/hold.js';
import { disposalMethods, disposalTechniques, mediaKinds } from './retention/sanitising.js';
import { changelogKinds } from './changelog.js';
import { endingSides } from './ending.js';
import { recordClasses, retentionBases } from './retention/record-class.js';
import { keyScopes } from './scope.js';
import { ticketPriorities, ticketStates } from './ticket.js';

interface ActionEntry {
  /** Goes up when the shape of the details changes; entries keep the version they were written with. */
  version: number;
  /** What an entry says beside who did what to which: ids, numbers and choices, never a secret or what was read. */
  details: z.ZodType;
}

const keyDetails = z.object({
  label: z.string(),
  environment: z.enum(environments),
  retention: z.enum(retentions),
  scopes: z.array(z.enum(keyScopes)),
  purpose: z.string().nullable(),
  allowed_addresses: z.array(z.string()),
  expires_at: z.string().nullable(),
  requests_per_second: z.int().nullable(),
});

/** The digest is of what was asked for; what is then done leaves an entry of its own. */
const approvalDetails = z.object({ kind: z.string(), payload_sha256: z.string(), revision: z.int() });

/** Which text it was done to. */
const filedText = z.object({ filing: z.string(), number: z.int(), text_sha256: z.string() });

/** Everything the audit log can tell of. A name is a promise: once written it stays, because entries cannot be changed. */
export const auditActions = {
  'key.issued': { version: 2, details: keyDetails },
  'key.changed': { version: 1, details: z.object({ changed: z.array(z.string()) }) },
  'key.rotated': { version: 1, details: z.object({ overlap_hours: z.int() }) },
  'key.leaked': { version: 1, details: z.object({ signed: z.boolean() }) },
  'key.revoked': { version: 1, details: z.object({}) },
  'session.opened': { version: 2, details: z.object({ way: z.enum(signInWays), second: z.enum(secondWays).optional() }) },
  'session.refused': { version: 1, details: z.object({ /** Keyed, so that attempts at one address can be told apart and no address can be read. Absent for people we know, who are the target. */ address_hash: z.string().optional() }) },
  'session.ended': { version: 1, details: z.object({}) },
  'session.confirmed': { version: 1, details: z.object({ way: z.enum(['password', 'totp', 'passkey']) }) },
  'session.revoked': { version: 1, details: z.object({}) },
  'factor.added': { version: 1, details: z.object({ kind: z.enum(factorKinds) }) },
  'factor.renamed': { version: 1, details: z.object({ kind: z.enum(factorKinds) }) },
  'factor.removed': { version: 1, details: z.object({ kind: z.enum(factorKinds) }) },
  'recovery_codes.drawn': { version: 1, details: z.object({ count: z.int() }) },
  'recovery_code.used': { version: 1, details: z.object({ left: z.int() }) },
  'oidc.linked': { version: 1, details: z.object({ issuer: z.string() }) },
  'password.changed': { version: 1, details: z.object({}) },
  'password.reset_asked': { version: 1, details: z.object({}) },
  'password.reset': { version: 1, details: z.object({}) },
  'session.switched': { version: 1, details: z.object({ from: z.string() }) },
  'invitation.sent': { version: 1, details: z.object({ role: z.string(), sendings: z.int() }) },
  'invitation.withdrawn': { version: 1, details: z.object({}) },
  'invitation.accepted': { version: 1, details: z.object({ role: z.string(), new_account: z.boolean() }) },
  'member.changed': { version: 1, details: z.object({ from: z.string(), to: z.string() }) },
  'member.removed': { version: 1, details: z.object({ role: z.string() }) },
  'staff.changed': { version: 1, details: z.object({ from: z.string(), to: z.string() }) },
  'staff.removed': { version: 1, details: z.object({ role: z.string() }) },
  'support.opened': { version: 1, details: z.object({ minutes: z.int(), ticket: z.string().optional() }) },
  'support.ended': { version: 1, details: z.object({}) },
  'support.read': { version: 1, details: z.object({ what: z.string() }) },
  'mail.opened': { version: 1, details: z.object({ template: z.string() }) },
  'tenant.opened': { version: 1, details: z.object({ requests_per_second: z.int(), plan: z.string() }) },
  'tenant.changed': { version: 1, details: z.object({ changed: z.array(z.string()) }) },
  'quota.term_opened': { version: 1, details: z.object({ basis: z.enum(['contracted', 'override']), requests_per_second: z.int(), effective_from: z.string(), ends_at: z.string().nullable(), document: z.string().nullable(), approved_by: z.string().nullable() }) },
  'quota.term_cancelled': { version: 1, details: z.object({ requests_per_second: z.int() }) },
  'webhook.registered': { version: 1, details: z.object({ events: z.array(z.string()) }) },
  'webhook.changed': { version: 1, details: z.object({ changed: z.array(z.string()) }) },
  'webhook.removed': { version: 1, details: z.object({}) },
  'webhook.secret_rotated': { version: 1, details: z.object({}) },
  'audit.erased': { version: 1, details: z.object({ entries: z.int() }) },
  'audit.read': { version: 1, details: z.object({}) },
  'audit.exported': { version: 1, details: z.object({ from: z.int(), to: z.int() }) },
  'authorization.recorded': { version: 1, details: z.object({ filing: z.string(), custody: z.enum(custodies), commitment: z.string().nullable() }) },
  /** The digest is SHA-256 over the commitments of the call, sorted, so that none can be put there later. */
  'authorization.recorded_in_bulk': { version: 1, details: z.object({ filing: z.string(), count: z.int(), commitments_sha256: z.string() }) },
  'authorization.material_kept': { version: 1, details: z.object({ sha256: z.string(), bytes: z.int() }) },
  'authorization.withdrawn': { version: 1, details: z.object({}) },
  'consent_policy.changed': { version: 1, details: z.object({ undeclared: z.enum(undeclaredPolicies) }) },
  'finding.settled': { version: 1, details: z.object({ outcome: z.enum(['dismissed', 'linked']), reference: z.string().nullable() }) },
  'job.cancelled': { version: 1, details: z.object({ was: z.string() }) },
  'retention.lengthened': { version: 1, details: z.object({ record_class: z.enum(recordClasses), basis: z.enum(retentionBases), months: z.int() }) },
  'disposal.entered': { version: 1, details: z.object({ kind: z.enum(mediaKinds), method: z.enum(disposalMethods), technique: z.enum(disposalTechniques), evidence: z.array(z.string()), corrects: z.string().nullable() }) },
  'disposal.certified': { version: 1, details: z.object({ certificate: z.string(), sha256: z.string(), performed_by: z.string(), witnessed_by: z.string() }) },
  'hold.placed': { version: 1, details: z.object({ scope: z.enum(holdScopes), objects: z.int(), reference: z.string() }) },
  'hold.widened': { version: 1, details: z.object({ objects: z.int() }) },
  'hold.lifted': { version: 1, details: z.object({ scope: z.enum(holdScopes), asked_by: z.string(), approved_by: z.string() }) },
  'erasure.done': { version: 1, details: z.object({ deletion: z.string(), record_class: z.enum(recordClasses), erased: z.int() }) },
  'erasure.refused': { version: 1, details: z.object({ record_class: z.enum(recordClasses), held: z.int(), kept: z.int(), holds: z.array(z.string()) }) },
  'filing.drafted': { version: 1, details: z.object({ filing: z.string(), number: z.int() }) },
  'filing.changed': { version: 1, details: z.object({ changed: z.array(z.string()), text_sha256: z.string() }) },
  'filing.discarded': { version: 1, details: z.object({ number: z.int() }) },
  'filing.file_added': { version: 1, details: z.object({ kind: z.enum(filingFileKinds), sha256: z.string(), bytes: z.int() }) },
  'filing.file_removed': { version: 1, details: z.object({ kind: z.enum(filingFileKinds), sha256: z.string() }) },
  'filing.submitted': { version: 1, details: filedText },
  'filing.commented': { version: 1, details: z.object({}) },
  'filing.correction_requested': { version: 1, details: filedText },
  'filing.accepted': { version: 1, details: filedText },
  'filing.refused': { version: 1, details: filedText },
  'filing.superseded': { version: 1, details: z.object({ by: z.string() }) },
  'filing.withdrawn': { version: 1, details: filedText },
  'filing.exported': { version: 1, details: z.object({ on: z.string(), format: z.enum(['json', 'zip']) }) },
  'deletion.requested': { version: 1, details: z.object({ selection: z.string(), total: z.int(), delay_days: z.int() }) },
  'deletion.cancelled': { version: 1, details: z.object({}) },
  'deletion.certified': { version: 1, details: z.object({ certificate: z.string(), sha256: z.string(), erased: z.int() }) },
  'approval.requested': { version: 1, details: approvalDetails },
  'approval.edited': { version: 1, details: approvalDetails },
  'approval.approved': { version: 1, details: approvalDetails.extend({ carried_out: z.boolean() }) },
  'approval.refused': { version: 1, details: approvalDetails },
  'approval.withdrawn': { version: 1, details: approvalDetails },
  'subject_request.received': { version: 1, details: z.object({ kind: z.enum(requestKinds), source: z.enum(requestSources), due_at: z.string() }) },
  'subject_request.forwarded': { version: 1, details: z.object({ kind: z.enum(requestKinds), due_at: z.string() }) },
  'subject_request.confirmed': { version: 1, details: z.object({}) },
  'subject_request.identified': { version: 1, details: z.object({ method: z.enum(identityMethods), subject_known: z.boolean() }) },
  'subject_request.began': { version: 1, details: z.object({ tasks: z.array(z.enum(requestTaskKinds)), /** Taken back with it. */ authorizations: z.int() }) },
  'subject_request.task_settled': { version: 1, details: z.object({ kind: z.enum(requestTaskKinds), state: z.string(), certificate: z.string().optional() }) },
  'subject_request.extended': { version: 1, details: z.object({ days: z.int(), due_at: z.string() }) },
  'subject_request.answered': { version: 1, details: z.object({ overdue: z.boolean() }) },
  'subject_request.refused': { version: 1, details: z.object({ overdue: z.boolean() }) },
  'subject_request.withdrawn': { version: 1, details: z.object({ by_person: z.boolean() }) },
  'subject_request.lapsed': { version: 1, details: z.object({}) },
  'subject_request.overdue': { version: 1, details: z.object({ due_at: z.string() }) },
  'request_desk.changed': { version: 1, details: z.object({ changed: z.array(z.string()) }) },
  'inspection.announced': { version: 1, details: z.object({ filing: z.string().nullable(), from: z.string().nullable(), to: z.string().nullable(), size: z.int(), seed_sha256: z.string() }) },
  'inspection.drawn': { version: 1, details: z.object({ seed: z.string(), population: z.int(), population_sha256: z.string(), sample: z.int(), /** SHA-256 of the drawn ids in their order, each followed by a line feed. */ sample_sha256: z.string(), due_at: z.string() }) },
  'inspection.item_answered': { version: 1, details: z.object({ complete: z.boolean(), matches: z.boolean().nullable(), flags: z.array(z.string()) }) },
  'inspection.file_added': { version: 1, details: z.object({ kind: z.enum(inspectionFileKinds), sha256: z.string(), bytes: z.int(), matches: z.boolean().nullable() }) },
  'inspection.file_removed': { version: 1, details: z.object({ kind: z.enum(inspectionFileKinds), sha256: z.string() }) },
  'inspection.item_opened': { version: 1, details: z.object({ /** Absent when the item was opened and no file of it. */ file: z.string().optional() }) },
  'inspection.item_judged': { version: 1, details: z.object({ verdict: z.enum(inspectionVerdicts) }) },
  'inspection.overdue': { version: 1, details: z.object({ due_at: z.string(), answered: z.int(), drawn: z.int() }) },
  'inspection.closed': { version: 1, details: z.object({ verdict: z.enum(inspectionVerdicts) }) },
  'attestation.made': { version: 1, details: z.object({ outcome: z.enum(attestedOutcomes), expiries: z.int(), copies: z.int(), /** SHA-256 of the expiries' ids in their order, each followed by a line feed. */ expiries_sha256: z.string() }) },
  'attestation.overdue': { version: 1, details: z.object({ expiries: z.int(), copies: z.int(), oldest_due_at: z.string() }) },
  'outage.entered': { version: 1, details: z.object({ component: z.string(), from: z.string(), until: z.string().nullable() }) },
  'outage.ended': { version: 1, details: z.object({ at: z.string() }) },
  'outage.booked': { version: 1, details: z.object({ origin: z.enum(outageOrigins), evidence: z.enum(evidenceKinds), reference: z.string().nullable(), /** Whether it was booked before. */ again: z.boolean() }) },
  'outage.disputed': { version: 1, details: z.object({}) },
  'outage.dispute_settled': { version: 1, details: z.object({ state: z.enum(['upheld', 'rejected']) }) },
  'incident.opened': { version: 1, details: z.object({ components: z.array(z.string()) }) },
  'incident.updated': { version: 1, details: z.object({ state: z.enum(incidentStates) }) },
  'change.filed': { version: 1, details: z.object({ urgency: z.enum(changeUrgencies), settings: z.array(z.enum(noticeSettings)), effective_at: z.string().nullable(), waiver: z.boolean() }) },
  'change.accepted': { version: 1, details: z.object({ waived: z.boolean(), by_silence: z.boolean() }) },
  'change.refused': { version: 1, details: z.object({}) },
  'change.acknowledged': { version: 1, details: z.object({ due_by: z.string() }) },
  'change.withdrawn': { version: 1, details: z.object({ was: z.enum(changeStates) }) },
  'change.came_due': { version: 1, details: z.object({ effective_at: z.string() }) },
  'change.applied': { version: 1, details: z.object({ by_itself: z.boolean(), settings: z.array(z.enum(noticeSettings)) }) },
  'change.failed': { version: 1, details: z.object({ code: z.string(), ticket: z.string() }) },
  'change.confirmed': { version: 1, details: z.object({ overdue: z.boolean() }) },
  'change.rolled_back': { version: 1, details: z.object({ overdue: z.boolean() }) },
  'change.lapsed': { version: 1, details: z.object({ was: z.enum(changeStates) }) },
  'change.nearly_over': { version: 1, details: z.object({ due_by: z.string() }) },
  'change.overdue': { version: 1, details: z.object({ due_by: z.string(), ticket: z.string() }) },
  'calendar.entered': { version: 1, details: z.object({ year: z.int(), holidays: z.int(), make_up_days: z.int(), sha256: z.string() }) },
  'security.reported': { version: 1, details: z.object({ kind: z.enum(securityKinds), since: z.string(), ticket: z.string() }) },
  'security.suspected': { version: 1, details: z.object({ calls_per_minute: z.int(), usual_per_minute: z.number(), ticket: z.string() }) },
  'ending.announced': { version: 1, details: z.object({ side: z.enum(endingSides), last_day: z.string(), asked_by: z.string() }) },
  'ending.taken_back': { version: 1, details: z.object({ side: z.enum(endingSides), last_day: z.string() }) },
  'ending.came': { version: 1, details: z.object({ side: z.enum(endingSides), last_day: z.string(), offers: z.int(), deletion: z.string() }) },
  'changelog.drafted': { version: 1, details: z.object({ kind: z.enum(changelogKinds) }) },
  'changelog.published': { version: 1, details: z.object({ kind: z.enum(changelogKinds), compatible: z.boolean(), calls: z.array(z.string()), told: z.int() }) },
  'changelog.withdrawn': { version: 1, details: z.object({ told: z.int() }) },
  'ticket.opened': { version: 1, details: z.object({ priority: z.enum(ticketPriorities) }) },
  'ticket.answered': { version: 1, details: z.object({ state: z.enum(ticketStates) }) },
  'ticket.resolved': { version: 1, details: z.object({}) },
  'ticket.changed': { version: 1, details: z.object({ priority: z.enum(ticketPriorities).optional(), assignee: z.string().nullable().optional(), link: z.string().optional() }) },
  'ticket.merged': { version: 1, details: z.object({ into: z.string() }) },
  'ticket.split': { version: 1, details: z.object({ into: z.string(), messages: z.int() }) },
  'ticket.taken_over': { version: 1, details: z.object({}) },
  'intake.broke_off': { version: 1, details: z.object({ since: z.string(), met: z.string().nullable(), called: z.string().nullable() }) },
  'intake.taken_over': { version: 1, details: z.object({}) },
  'intake.proven_again': { version: 1, details: z.object({ at: z.string() }) },
  'rota.set': { version: 1, details: z.object({ shifts: z.int(), covers: z.int(), levels: z.int() }) },
  'desk_view.sharing_set': { version: 1, details: z.object({ name: z.string(), shared: z.boolean() }) },
  'macro.saved': { version: 1, details: z.object({ name: z.string() }) },
  'macro.changed': { version: 1, details: z.object({ name: z.string() }) },
  'macro.retired': { version: 1, details: z.object({}) },
  'ticket.mail_placed': { version: 1, details: z.object({ mail: z.string(), opened: z.boolean() }) },
  'ticket.overdue': { version: 1, details: z.object({ clock: z.string(), priority: z.enum(ticketPriorities) }) },
  'maintenance.drafted': { version: 1, details: z.object({ kind: z.enum(maintenanceKinds) }) },
  'maintenance.changed': { version: 1, details: z.object({ number: z.int(), /** After it was announced. */ told: z.boolean() }) },
  'maintenance.published': { version: 1, details: z.object({ kind: z.enum(maintenanceKinds), starts_at: z.string(), lead_seconds: z.int(), in_time: z.boolean(), published_by: z.string(), approved_by: z.string().nullable() }) },
  'maintenance.confirmed': { version: 1, details: z.object({ published_by: z.string() }) },
  'maintenance.started': { version: 1, details: z.object({ closed: z.array(z.string()) }) },
  'maintenance.verifying': { version: 1, details: z.object({ restored: z.array(z.string()) }) },
  'maintenance.resumed': { version: 1, details: z.object({ closed: z.array(z.string()) }) },
  'maintenance.overrun': { version: 1, details: z.object({ ends_at: z.string() }) },
  'maintenance.extended': { version: 1, details: z.object({ number: z.int(), ends_at: z.string() }) },
  'maintenance.completed': { version: 1, details: z.object({ overrun: z.boolean() }) },
  'maintenance.cancelled': { version: 1, details: z.object({ /** By nobody, because nobody began it before its end. */ lapsed: z.boolean() }) },
} as const satisfies Record<string, ActionEntry>;

export type AuditAction = keyof typeof auditActions;
export const auditActionNames = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];
export type AuditDetails<Action extends AuditAction> = z.input<(typeof auditActions)[Action]['details']>;
