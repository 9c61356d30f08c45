import { adminApi } from './admin.js';
import { adminApprovalApi, approvalApi } from './approval.js';
import { adminAvailabilityApi, availabilityApi } from './availability/availability-api.js';
import { statusApi } from './availability/status.js';
import { adminAuditApi, auditApi } from './audit.js';
import { adminChangeApi, changeApi } from './change/change-notice.js';
import { adminSecurityApi, securityApi } from './change/security-notice.js';
import { workingDaysApi } from './change/working-days.js';
import { adminAttestationApi, attestationApi } from './consent/attestation.js';
import { authorizationApi } from './consent/authorization-api.js';
import { adminFilingApi, filingApi } from './consent/filing-api.js';
import { adminFindingApi, findingApi } from './consent/finding.js';
import { adminReconciliationApi, reconciliationApi } from './consent/reconciliation.js';
import { adminInspectionApi, inspectionApi } from './consent/inspection-api.js';
import { adminRequestApi, requestFormApi, subjectRequestApi } from './consent/request-api.js';
import { adminChangelogApi, changelogApi } from './changelog.js';
import { adminEndingApi, endingApi } from './ending.js';
import { factorApi } from './factor.js';
import { healthApi } from './health.js';
import { keyApi } from './key.js';
import { openSessionApi } from './open-session.js';
import { adminLedgerApi, ledgerApi } from './ledger.js';
import { quotaApi } from './quota-term.js';
import { invitationApi, staffInvitationApi } from './invitation.js';
import { mailApi } from './mail.js';
import { adminMaintenanceApi, maintenanceNoticeApi } from './maintenance/api.js';
import { memberApi } from './member.js';
import { passwordResetApi } from './password-reset.js';
import { jobApi, recognitionApi } from './recognition/api.js';
import { deletionApi } from './retention/deletion-api.js';
import { disposalApi } from './retention/disposal-api.js';
import { adminRetentionApi, holdApi, retentionApi, sweepApi } from './retention/api.js';
import { sessionApi } from './session.js';
import { staffApi } from './staff.js';
import { adminSupportApi, supportApi } from './support.js';
import { inboxApi } from './inbox.js';
import { noticeApi } from './notice.js';
import { adminNoticeApi } from './notice-ledger.js';
import { heldMailApi } from './held-mail.js';
import { macroApi } from './macro.js';
import { deskViewApi } from './desk-view.js';
import { rotaApi } from './rota.js';
import { coverageApi, intakeGapApi } from './coverage.js';
import { deskFiguresApi } from './ticket-figures.js';
import { adminTicketApi, ticketApi } from './ticket.js';
import { usageApi } from './usage.js';
import { webhookApi } from './webhook.js';

/** Every endpoint, by chapter. The document, the docs pages and the isolation checks walk this table. */
export const api = {
  recognitions: recognitionApi,
  jobs: jobApi,
  authorizations: authorizationApi,
  attestations: attestationApi,
  findings: findingApi,
  reconciliations: reconciliationApi,
  webhooks: webhookApi,
  usage: usageApi,
  quota: quotaApi,
  ledger: ledgerApi,
  adminLedger: adminLedgerApi,
  filings: filingApi,
  subjectRequests: subjectRequestApi,
  requestForms: requestFormApi,
  inspections: inspectionApi,
  inbox: inboxApi,
  notices: noticeApi,
  tickets: ticketApi,
  coverage: coverageApi,
  availability: availabilityApi,
  status: statusApi,
  changes: changeApi,
  securityNotices: securityApi,
  changelog: changelogApi,
  ending: endingApi,
  maintenanceNotices: maintenanceNoticeApi,
  keys: keyApi,
  approvals: approvalApi,
  audit: auditApi,
  retention: retentionApi,
  deletions: deletionApi,
  session: sessionApi,
  sessions: openSessionApi,
  factors: factorApi,
  supportAccesses: supportApi,
  members: memberApi,
  invitations: invitationApi,
  passwordResets: passwordResetApi,
  admin: adminApi,
  adminSupport: adminSupportApi,
  adminRequests: adminRequestApi,
  adminInspections: adminInspectionApi,
  staff: staffApi,
  staffInvitations: staffInvitationApi,
  mails: mailApi,
  adminRetention: adminRetentionApi,
  holds: holdApi,
  sweeps: sweepApi,
  disposals: disposalApi,
  adminFilings: adminFilingApi,
  adminAttestations: adminAttestationApi,
  adminFindings: adminFindingApi,
  adminReconciliations: adminReconciliationApi,
  adminNotices: adminNoticeApi,
  adminTickets: adminTicketApi,
  adminAvailability: adminAvailabilityApi,
  adminChanges: adminChangeApi,
  adminSecurityNotices: adminSecurityApi,
  workingDays: workingDaysApi,
  adminChangelog: adminChangelogApi,
  adminEnding: adminEndingApi,
  rota: rotaApi,
  intakeGap: intakeGapApi,
  deskFigures: deskFiguresApi,
  heldMails: heldMailApi,
  macros: macroApi,
  deskViews: deskViewApi,
  adminMaintenance: adminMaintenanceApi,
  adminApprovals: adminApprovalApi,
  adminAudit: adminAuditApi,
  health: healthApi,
};
