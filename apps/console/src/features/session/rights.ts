import { api, isOpenAfterEnd, permissions, permitted, type Access, type Endpoint, type MemberRole, type Permission, type ServiceEnd, type StaffRole } from '@inkproof/contract';

/** What somebody is in a tenant, and whether its service comes to an end. */
export interface Standing {
  role: MemberRole;
  end: Pick<ServiceEnd, 'state'> | null;
}

type Over = { state: Exclude<ServiceEnd['state'], 'announced'> };

/** Whether a service has ended: keys are refused, and its people do nothing but what `isOpenAfterEnd` says. */
export const isOver = (end: Standing['end']): end is Over => end !== null && end.state !== 'announced';

/** What a role may do is read from the contract, where the API itself takes it from. A screen does not offer what would be refused. */
const memberMay = (permission: Permission, { role, end }: Standing, method: Endpoint['method'] = 'POST'): boolean => {
  const access: Access = permitted(permission);
  return Boolean(access.member?.includes(role)) && (!isOver(end) || isOpenAfterEnd({ access, method }, end.state));
};
const staffMay = (roles: readonly StaffRole[] | undefined, role: StaffRole): boolean => roles?.includes(role) ?? false;

export const mayKeepKeys = (standing: Standing): boolean => memberMay('key.keep', standing);
export const mayKeepWebhooks = (standing: Standing): boolean => memberMay('webhook.keep', standing);
export const mayRecognise = (standing: Standing): boolean => memberMay('recognition.make', standing);
export const mayOpenTenants = (role: StaffRole): boolean => staffMay(api.admin.openTenant.access.staff, role);
export const mayChangeTenants = (role: StaffRole): boolean => staffMay(api.admin.changeTenant.access.staff, role);
export const mayKeepMembers = (standing: Standing): boolean => memberMay('member.keep', standing);
export const mayKeepStaff = (role: StaffRole): boolean => staffMay(permissions['staff.keep'].staff, role);
export const mayEndSupport = (standing: Standing): boolean => memberMay('support.end', standing);
export const mayOpenSupport = (role: StaffRole): boolean => staffMay(permissions['support.open'].staff, role);
export const mayKeepAuthorisations = (standing: Standing): boolean => memberMay('authorization.keep', standing);
export const mayChoosePolicy = (standing: Standing): boolean => memberMay('consent_policy.keep', standing);
export const maySettleFindings = (role: StaffRole): boolean => staffMay(permissions['finding.settle'].staff, role);
export const mayKeepFilings = (standing: Standing): boolean => memberMay('filing.keep', standing);
export const mayExportFilings = (standing: Standing): boolean => memberMay('filing.export', standing, 'GET');
export const mayExportAnyFiling = (role: StaffRole): boolean => staffMay(permissions['filing.export_any'].staff, role);
export const mayReviewFilings = (role: StaffRole): boolean => staffMay(permissions['filing.review'].staff, role);
export const mayKeepRequests = (standing: Standing): boolean => memberMay('request.keep', standing);
export const mayAnswerInspections = (standing: Standing): boolean => memberMay('inspection.answer', standing);
export const mayAttest = (standing: Standing): boolean => memberMay('attestation.make', standing);
export const mayForwardRequests = (role: StaffRole): boolean => staffMay(permissions['request.forward'].staff, role);
export const mayKeepInspections = (role: StaffRole): boolean => staffMay(permissions['inspection.keep'].staff, role);
export const mayDecide = (standing: Standing): boolean => memberMay('approval.decide', standing);
export const mayKeepTickets = (standing: Standing): boolean => memberMay('ticket.keep', standing);
export const mayKeepDesk = (role: StaffRole): boolean => staffMay(permissions['desk.keep'].staff, role);
export const mayKeepMacros = (role: StaffRole): boolean => staffMay(permissions['macro.keep'].staff, role);
export const mayKeepViews = (role: StaffRole): boolean => staffMay(permissions['desk_view.keep'].staff, role);
export const mayShareViews = (role: StaffRole): boolean => staffMay(permissions['desk_view.share'].staff, role);
export const mayKeepChangelog = (role: StaffRole): boolean => staffMay(permissions['changelog.keep'].staff, role);
export const mayDisputeOutages = (standing: Standing): boolean => memberMay('availability.dispute', standing);
export const mayKeepAvailability = (role: StaffRole): boolean => staffMay(permissions['availability.keep'].staff, role);
export const mayErase = (standing: Standing): boolean => memberMay('recognition.erase', standing);
export const mayAskDeletions = (standing: Standing): boolean => memberMay('deletion.ask', standing);
export const mayEndService = (standing: Standing): boolean => memberMay('ending.announce', standing);
export const mayEndServices = (role: StaffRole): boolean => staffMay(permissions['ending.decide'].staff, role);
export const mayKeepLonger = (standing: Standing): boolean => memberMay('retention.keep', standing);
export const mayPlaceHolds = (role: StaffRole): boolean => staffMay(permissions['hold.place'].staff, role);
export const mayRuleRetention = (role: StaffRole): boolean => staffMay(permissions['retention.rule'].staff, role);
export const mayOpenMessages = (role: StaffRole): boolean => staffMay(permissions['notice.open'].staff, role);
export const mayTraceNotices = (role: StaffRole): boolean => staffMay(permissions['notice.trace'].staff, role);
export const mayKeepDisposals = (role: StaffRole): boolean => staffMay(permissions['disposal.keep'].staff, role);
export const mayKeepChanges = (standing: Standing): boolean => memberMay('change.keep', standing);
export const mayReportSecurity = (standing: Standing): boolean => memberMay('security.report', standing);
export const mayDecideChanges = (role: StaffRole): boolean => staffMay(permissions['change.decide'].staff, role);
export const mayKeepMaintenance = (role: StaffRole): boolean => staffMay(permissions['maintenance.keep'].staff, role);
export const mayKeepCalendar = (role: StaffRole): boolean => staffMay(permissions['calendar.keep'].staff, role);
