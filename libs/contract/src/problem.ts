import { z } from 'zod';
import { Moment } from './fields.js';

interface ProblemEntry {
  status: number;
  title: string;
  /** Whether the same call may succeed later without being changed. */
  retryable: boolean;
}

/** Every way this API says no. A code is a promise: once published it keeps its name and status. */
export const problems = {
  'request.invalid': { status: 400, title: 'The request does not match the contract', retryable: false },
  'request.interrupted': { status: 400, title: 'The body ended before it was complete', retryable: true },
  'request.cross_site': { status: 403, title: 'A signed-in request came from another site', retryable: false },
  'request.route_unknown': { status: 404, title: 'There is nothing at this address', retryable: false },
  'request.too_large': { status: 413, title: 'The body is larger than this install accepts', retryable: false },
  'request.unsupported_type': { status: 415, title: 'The body is not of a content type this address takes', retryable: false },
  'auth.required': { status: 401, title: 'This address needs an API key or a signed-in person', retryable: false },
  'key.malformed': { status: 401, title: 'The API key is not a well-formed key', retryable: false },
  'key.unknown': { status: 401, title: 'No such API key', retryable: false },
  'key.revoked': { status: 401, title: 'The API key was revoked', retryable: false },
  'key.rotated': { status: 401, title: 'The API key was rotated and its overlap is over', retryable: false },
  'key.expired': { status: 401, title: 'The API key has expired', retryable: false },
  'key.scope_missing': { status: 403, title: 'The API key was not issued for this', retryable: false },
  'key.address_refused': { status: 403, title: 'The API key may not be used from this address', retryable: false },
  'key.ended': { status: 409, title: 'The API key does not work any more, or has a successor already', retryable: false },
  'leak.signature_missing': { status: 401, title: 'Several keys are reported at a time only with a signature', retryable: false },
  'leak.signature_wrong': { status: 401, title: 'The signature of the report is not right', retryable: false },
  'tenant.suspended': { status: 403, title: 'The tenant is suspended', retryable: false },
  'session.refused': { status: 401, title: 'The e-mail address and password do not match', retryable: false },
  'session.expired': { status: 401, title: 'The session has ended', retryable: false },
  'session.throttled': { status: 429, title: 'Too many failed sign-ins from here', retryable: true },
  'session.step_up_required': { status: 403, title: 'This act needs you to confirm who you are', retryable: false },
  'session.not_found': { status: 404, title: 'No such session', retryable: false },
  'mfa.enrolment_required': { status: 403, title: 'A second factor must be set up first', retryable: false },
  'mfa.refused': { status: 403, title: 'The second factor does not match', retryable: false },
  'mfa.ticket_expired': { status: 410, title: 'This step has run out or was taken already', retryable: false },
  'factor.not_found': { status: 404, title: 'No such second factor', retryable: false },
  'factor.last': { status: 409, title: 'The last second factor cannot be removed while one is required', retryable: false },
  'factor.too_many': { status: 409, title: 'The person has as many second factors as one may have', retryable: false },
  'passkey.unavailable': { status: 409, title: 'Passkeys need the console to be reached under a host name', retryable: false },
  'passkey.refused': { status: 403, title: 'The passkey does not match', retryable: false },
  'oidc.unavailable': { status: 409, title: 'This install has no sign-in through another provider', retryable: false },
  'oidc.refused': { status: 403, title: 'The sign-in through the other provider did not hold', retryable: false },
  'oidc.person_unknown': { status: 403, title: 'Nobody here has the address that the other provider vouches for', retryable: false },
  'oidc.unreachable': { status: 503, title: 'The other provider cannot be reached right now', retryable: true },
  'password.wrong': { status: 403, title: 'The current password is not right', retryable: false },
  'access.denied': { status: 403, title: 'Your role does not allow this', retryable: false },
  'approval.not_found': { status: 404, title: 'No such request for approval', retryable: false },
  'approval.own': { status: 403, title: 'Who made or edited a request does not decide it', retryable: false },
  'approval.ended': { status: 409, title: 'The request was decided or withdrawn already', retryable: false },
  'approval.expired': { status: 409, title: 'The request was not decided in time', retryable: false },
  'approval.changed': { status: 409, title: 'The request was edited since you read it', retryable: false },
  'rate.exceeded': { status: 429, title: 'A QPS quota was used up in the second before', retryable: true },
  'rate.in_flight_exceeded': { status: 429, title: 'As many calls are being answered as may be at once', retryable: true },
  'allowance.exhausted': { status: 402, title: 'The pages of this month are used up', retryable: false },
  'capacity.busy': { status: 503, title: 'All readers are busy and the queue is full', retryable: true },
  'capacity.disk_full': { status: 503, title: 'The disk of a node is full', retryable: true },
  'capacity.jobs_full': { status: 503, title: 'Jobs keep as many bytes as they may', retryable: true },
  'capacity.too_many_streams': { status: 503, title: 'Too many calls follow or await jobs', retryable: true },
  'capacity.limiter_unavailable': { status: 503, title: 'The quota cannot be checked right now', retryable: true },
  'capacity.store_unavailable': { status: 503, title: 'The store cannot be reached right now', retryable: true },
  'storage.unavailable': { status: 503, title: 'Files and results cannot be stored or fetched right now', retryable: true },
  'image.missing': { status: 400, title: 'The request carries no picture', retryable: false },
  'image.empty': { status: 400, title: 'The picture has no bytes', retryable: false },
  'image.unsupported': { status: 415, title: 'The picture is not in a format we read', retryable: false },
  'image.corrupt': { status: 422, title: 'The picture cannot be decoded', retryable: false },
  'image.too_many_pixels': { status: 422, title: 'The picture has more pixels than this install decodes', retryable: false },
  'image.too_many_pages': { status: 422, title: 'The picture has more pages than one call may hold', retryable: false },
  'image.not_fetched': { status: 422, title: 'The address of the picture could not be fetched', retryable: true },
  'image.address_refused': { status: 422, title: 'The address of the picture may not be fetched', retryable: false },
  'document.password_required': { status: 422, title: 'The document is encrypted and needs its password', retryable: false },
  'document.password_wrong': { status: 422, title: 'The password does not open the document', retryable: false },
  'document.page_missing': { status: 422, title: 'A page was asked for that the document does not have', retryable: false },
  'reader.unavailable': { status: 422, title: 'A reader was asked for that is not installed', retryable: false },
  'recipe.not_replayable': { status: 422, title: 'The recipe cannot be followed with what is installed here', retryable: false },
  'language.unsupported': { status: 422, title: 'A language was asked for that is not installed', retryable: false },
  'recognition.deadline_exceeded': { status: 504, title: 'The picture was not read before the deadline', retryable: true },
  'recognition.reader_lost': { status: 503, title: 'The reader stopped while it was at work', retryable: true },
  'recognition.not_found': { status: 404, title: 'No such recognition', retryable: false },
  'recognition.not_kept': { status: 410, title: 'The result was not kept beyond its answer', retryable: false },
  'recognition.file_not_kept': { status: 410, title: 'The file was not kept, and this form of the result needs it', retryable: false },
  'output.failed': { status: 422, title: 'This form of the result cannot be made of this file', retryable: false },
  'job.not_found': { status: 404, title: 'No such job', retryable: false },
  'job.not_finished': { status: 409, title: 'The document has no result yet', retryable: true },
  'job.expired': { status: 410, title: 'The results of the job have expired', retryable: false },
  'idempotency.in_flight': { status: 409, title: 'A call with this Idempotency-Key is still being answered', retryable: true },
  'idempotency.mismatch': { status: 422, title: 'This Idempotency-Key was used for another call', retryable: false },
  'webhook.not_found': { status: 404, title: 'No such webhook', retryable: false },
  'webhook.too_many': { status: 409, title: 'The tenant has as many webhooks as one may have', retryable: false },
  'webhook.address_refused': { status: 422, title: 'Webhooks may not be sent to this address', retryable: false },
  'delivery.not_found': { status: 404, title: 'No such delivery', retryable: false },
  'key.not_found': { status: 404, title: 'No such API key', retryable: false },
  'tenant.not_found': { status: 404, title: 'No such tenant', retryable: false },
  'call.not_found': { status: 404, title: 'No such call', retryable: false },
  'statement.not_found': { status: 404, title: 'There is no statement of this month', retryable: false },
  'term.not_found': { status: 404, title: 'No such quota term', retryable: false },
  'term.too_late': { status: 409, title: 'The quota term has begun or is over', retryable: false },
  'plan.unknown': { status: 422, title: 'There is no plan of that name', retryable: false },
  'member.not_found': { status: 404, title: 'No such member', retryable: false },
  'member.already': { status: 409, title: 'Whoever has this address is here already', retryable: false },
  'member.last_owner': { status: 409, title: 'A tenant keeps at least one owner', retryable: false },
  'member.not_made_owner': { status: 409, title: 'Nobody is made an owner without accepting it', retryable: false },
  'member.not_an_heir': { status: 409, title: 'The ownership cannot be offered to this member', retryable: false },
  'staff.not_found': { status: 404, title: 'No such person on the staff', retryable: false },
  'staff.last_admin': { status: 409, title: 'The staff keeps at least one administrator', retryable: false },
  'invitation.not_found': { status: 404, title: 'No such invitation', retryable: false },
  'invitation.waiting': { status: 409, title: 'An invitation to this address is waiting already', retryable: false },
  'invitation.too_many': { status: 409, title: 'More invitations are waiting, or were sent, than may be', retryable: false },
  'invitation.void': { status: 410, title: 'The invitation was used, withdrawn, sent anew or has expired', retryable: false },
  'invitation.other_side': { status: 409, title: 'A person is of the staff or of tenants, never of both', retryable: false },
  'password.reset_void': { status: 410, title: 'The link was used or has expired', retryable: false },
  'filing.not_found': { status: 404, title: 'No such filing', retryable: false },
  'filing.not_editable': { status: 409, title: 'The filing has no draft that may be changed', retryable: false },
  'filing.draft_waiting': { status: 409, title: 'The filing has a version already that is not decided', retryable: false },
  'filing.incomplete': { status: 422, title: 'Elements of the filing are missing', retryable: false },
  'filing.not_submitted': { status: 409, title: 'The version does not wait for the provider', retryable: false },
  'filing.changed': { status: 409, title: 'The text is not the one you have read', retryable: false },
  'filing.own': { status: 403, title: 'Who handed a text in does not decide on it', retryable: false },
  'filing.ended': { status: 409, title: 'The version is neither in force nor waiting', retryable: false },
  'filing.not_accepted': { status: 409, title: 'The version was not accepted, so there is no receipt', retryable: false },
  'filing.too_many_files': { status: 409, title: 'The version has as many files as one may have', retryable: false },
  'support.not_found': { status: 404, title: 'No such support access', retryable: false },
  'support.required': { status: 403, title: 'Single calls of a tenant are shown under a support access only', retryable: false },
  'support.over': { status: 403, title: 'The support access has ended', retryable: false },
  'retention.not_shorter': { status: 409, title: 'A period of retention is never made shorter', retryable: false },
  'retention.held': { status: 409, title: 'A legal hold keeps this from being erased', retryable: false },
  'retention.not_over': { status: 409, title: 'The period for which this is kept is not over', retryable: false },
  'deletion.not_found': { status: 404, title: 'No such deletion', retryable: false },
  'deletion.changed': { status: 409, title: 'What is selected is not what was seen', retryable: false },
  'deletion.begun': { status: 409, title: 'The deletion has begun or is over', retryable: false },
  'deletion.not_certified': { status: 409, title: 'The deletion has no certificate yet', retryable: false },
  'deletion.not_verified': { status: 503, title: 'What was erased could not be verified to be gone yet', retryable: true },
  'recognition.erased': { status: 410, title: 'The recognition was erased', retryable: false },
  'idempotency.erased': { status: 410, title: 'The answer of that call was erased', retryable: false },
  'disposal.not_found': { status: 404, title: 'No such entry in the register of media', retryable: false },
  'disposal.not_yet': { status: 422, title: 'A medium is entered once it was sanitised', retryable: false },
  'disposal.not_certified': { status: 409, title: 'The entry has no certificate', retryable: false },

  'hold.not_found': { status: 404, title: 'No such legal hold', retryable: false },
  'hold.lifted': { status: 409, title: 'The legal hold was lifted, or its lifting is asked for already', retryable: false },
  'mail.not_found': { status: 404, title: 'No such mail', retryable: false },
  'mail.sealed': { status: 403, title: 'Mails cannot be opened where a mail server sends them', retryable: false },
  'consent.filing_not_found': { status: 404, title: 'No such filing', retryable: false },
  'consent.not_accepted': { status: 403, title: 'No version of the filing was accepted', retryable: false },
  'consent.not_yet_effective': { status: 403, title: 'The text of the filing is not used yet', retryable: false },
  'consent.superseded': { status: 403, title: 'The version of the text gave way to a later one', retryable: false },
  'consent.withdrawn': { status: 403, title: 'The filing was withdrawn', retryable: false },
  'consent.expired': { status: 403, title: 'The text of the filing is used no more', retryable: false },
  'consent.out_of_scope': { status: 403, title: 'The filing does not name all that was declared', retryable: false },
  'consent.authorization_not_found': { status: 404, title: 'No such authorisation to rely on', retryable: false },
  'consent.authorization_other_filing': { status: 403, title: 'The authorisation was given under another filing', retryable: false },
  'consent.authorization_superseded': { status: 403, title: 'The authorisation was given under a text that asked for something else', retryable: false },
  'consent.authorization_withdrawn': { status: 403, title: 'The authorisation was withdrawn', retryable: false },
  'consent.authorization_expired': { status: 403, title: 'The authorisation has expired', retryable: false },
  'consent.authorization_out_of_scope': { status: 403, title: 'The authorisation does not cover all that was declared', retryable: false },
  'consent.authorization_without_material': { status: 403, title: 'The material of the authorisation was never sent', retryable: false },
  'ticket.not_found': { status: 404, title: 'No such ticket', retryable: false },
  'ticket.file_refused': { status: 415, title: 'This file cannot go with a ticket', retryable: false },
  'ticket.closed': { status: 409, title: 'The ticket is closed', retryable: false },
  'ticket.not_resolved': { status: 409, title: 'The ticket is not resolved yet', retryable: false },
  'change.calendar_unknown': { status: 422, title: 'The working days of that year are not known yet', retryable: false },
  'finding.not_found': { status: 404, title: 'No such finding', retryable: false },
  'finding.settled': { status: 409, title: 'The finding was settled already', retryable: false },
  'authorization.not_found': { status: 404, title: 'No such authorisation', retryable: false },
  'authorization.already_withdrawn': { status: 409, title: 'The authorisation was withdrawn already', retryable: false },
  'authorization.not_in_vault': { status: 409, title: 'The material of this authorisation is kept by you', retryable: false },
  'authorization.material_kept': { status: 409, title: 'The material of this authorisation lies in the vault already', retryable: false },
  'dsr.not_found': { status: 404, title: 'No such request of a person', retryable: false },
  'form.not_found': { status: 404, title: 'There is no such form, or it is closed', retryable: false },
  'dsr.link_void': { status: 410, title: 'The link leads to no request', retryable: false },
  'dsr.throttled': { status: 429, title: 'Too many requests of people from here', retryable: true },
  'dsr.ended': { status: 409, title: 'The request has ended', retryable: false },
  'dsr.not_identified': { status: 409, title: 'It is not recorded how you know who asks', retryable: false },
  'dsr.extended': { status: 409, title: 'More time was taken already, or the time is over', retryable: false },
  'dsr.tasks_open': { status: 409, title: 'Tasks of the request are open', retryable: false },
  'inspection.not_found': { status: 404, title: 'No such inspection, item or file', retryable: false },
  'inspection.drawn': { status: 409, title: 'The sample was drawn already', retryable: false },
  'inspection.nothing_to_draw': { status: 409, title: 'There is no authorisation to draw from', retryable: false },
  'inspection.closed': { status: 409, title: 'The inspection is closed, or its sample not drawn yet', retryable: false },
  'inspection.item_judged': { status: 409, title: 'The item was judged already', retryable: false },
  'inspection.unanswered': { status: 409, title: 'The item is not answered, and its time is not over', retryable: true },
  'inspection.unjudged': { status: 409, title: 'Items of the inspection are not judged yet', retryable: false },
  'inspection.file_empty': { status: 400, title: 'The file has no bytes', retryable: false },
  'inspection.too_many_files': { status: 409, title: 'The item has as many files as one may have', retryable: false },
  'person.email_taken': { status: 409, title: 'A person with this e-mail address exists already', retryable: false },
  'server.fault': { status: 500, title: 'Something went wrong on our side', retryable: true },
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** RFC 9457 problem details, with this house's members. */
export const Problem = z
  .object({
    type: z.string().describe('Address of the page that explains the code'),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes).describe('What went wrong, for programs'),
    detail: z.string().describe('What went wrong this time, and what to do'),
    request_id: z.string().describe('Quote this when you write to support'),
    retryable: z.boolean().describe('Whether the same call may succeed later'),
    billed: z.literal(false).describe('A refused call is never billed'),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe('The fields that do not match'),
    limit: z
      .object({ name: z.string(), max: z.number(), actual: z.number().optional() })
      .optional()
      .describe('The limit that was passed'),
    resets_at: Moment.optional().describe('When a used-up allowance begins anew'),
    certificate: z.string().optional().describe('Id of the certificate of the deletion in which it was erased, where it is written already'),
    retry_after_ms: z.number().optional().describe('When a retry can succeed, in milliseconds; Retry-After is this rounded up to seconds'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** Why a part of an answer is missing, inside an answer that stands. */
export const PartProblem = z.object({ code: z.enum(problemCodes), detail: z.string() });

/** What a refusal may add to the table's words. */
export type ProblemExtras = Partial<Pick<Problem, 'errors' | 'limit' | 'resets_at' | 'certificate' | 'retry_after_ms'>>;

/** A refusal the caller can act on. Anything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ProblemCode,
    detail?: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail ?? problems[code].title);
  }
}
