import { api, permissions, type MemberRole, type StaffRole } from '@inkproof/contract';

/** What a role may do is read from the contract, where the API itself takes it from. A screen does not offer what would be refused. */
const memberMay = (roles: readonly MemberRole[] | undefined, role: MemberRole): boolean => roles?.includes(role) ?? false;
const staffMay = (roles: readonly StaffRole[] | undefined, role: StaffRole): boolean => roles?.includes(role) ?? false;

export const mayKeepKeys = (role: MemberRole): boolean => memberMay(api.keys.issue.access.member, role);
export const mayKeepWebhooks = (role: MemberRole): boolean => memberMay(api.webhooks.create.access.member, role);
export const mayRecognise = (role: MemberRole): boolean => memberMay(api.recognitions.create.access.member, role);
export const mayOpenTenants = (role: StaffRole): boolean => staffMay(api.admin.openTenant.access.staff, role);
export const mayChangeTenants = (role: StaffRole): boolean => staffMay(api.admin.changeTenant.access.staff, role);
export const mayKeepMembers = (role: MemberRole): boolean => memberMay(permissions['member.keep'].member, role);
export const mayKeepStaff = (role: StaffRole): boolean => staffMay(permissions['staff.keep'].staff, role);
export const mayEndSupport = (role: MemberRole): boolean => memberMay(permissions['support.end'].member, role);
export const mayOpenSupport = (role: StaffRole): boolean => staffMay(permissions['support.open'].staff, role);
export const mayKeepAuthorisations = (role: MemberRole): boolean => memberMay(permissions['authorization.keep'].member, role);
export const mayChoosePolicy = (role: MemberRole): boolean => memberMay(permissions['consent_policy.keep'].member, role);
export const maySettleFindings = (role: StaffRole): boolean => staffMay(permissions['finding.settle'].staff, role);
export const mayKeepFilings = (role: MemberRole): boolean => memberMay(permissions['filing.keep'].member, role);
export const mayExportFilings = (role: MemberRole): boolean => memberMay(permissions['filing.export'].member, role);
export const mayExportAnyFiling = (role: StaffRole): boolean => staffMay(permissions['filing.export_any'].staff, role);
export const mayReviewFilings = (role: StaffRole): boolean => staffMay(permissions['filing.review'].staff, role);
export const mayKeepRequests = (role: MemberRole): boolean => memberMay(permissions['request.keep'].member, role);
export const mayAnswerInspections = (role: MemberRole): boolean => memberMay(permissions['inspection.answer'].member, role);
export const mayForwardRequests = (role: StaffRole): boolean => staffMay(permissions['request.forward'].staff, role);
export const mayKeepInspections = (role: StaffRole): boolean => staffMay(permissions['inspection.keep'].staff, role);
export const mayKeepTickets = (role: MemberRole): boolean => memberMay(permissions['ticket.keep'].member, role);
export const mayKeepDesk = (role: StaffRole): boolean => staffMay(permissions['desk.keep'].staff, role);
export const mayKeepChangelog = (role: StaffRole): boolean => staffMay(permissions['changelog.keep'].staff, role);
export const mayDisputeOutages = (role: MemberRole): boolean => memberMay(permissions['availability.dispute'].member, role);
export const mayKeepAvailability = (role: StaffRole): boolean => staffMay(permissions['availability.keep'].staff, role);
export const mayErase = (role: MemberRole): boolean => memberMay(permissions['recognition.erase'].member, role);
export const mayAskDeletions = (role: MemberRole): boolean => memberMay(permissions['deletion.ask'].member, role);
export const mayKeepLonger = (role: MemberRole): boolean => memberMay(permissions['retention.keep'].member, role);
export const mayPlaceHolds = (role: StaffRole): boolean => staffMay(permissions['hold.place'].staff, role);
export const mayRuleRetention = (role: StaffRole): boolean => staffMay(permissions['retention.rule'].staff, role);
export const mayOpenMessages = (role: StaffRole): boolean => staffMay(permissions['notice.open'].staff, role);
export const mayKeepDisposals = (role: StaffRole): boolean => staffMay(permissions['disposal.keep'].staff, role);
