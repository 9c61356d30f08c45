import { memberRoles, staffRoles, type Access } from './endpoint.js';

/**
 * Who may do what, said once. Every endpoint takes its `access` from here by name, the door reads it there, and the
 * console and the documents show this very table. A role that is not named may not.
 */
export const permissions = {
  public: { anyone: true },
  'session.own': { member: memberRoles, staff: staffRoles },
  'capability.read': { key: true, member: memberRoles, staff: staffRoles },

  'recognition.read': { key: true, member: memberRoles },
  'recognition.make': { key: true, member: ['owner', 'developer', 'privacy'] },
  'recognition.erase': { key: true, member: ['owner', 'developer', 'privacy'] },
  'deletion.read': { key: true, member: memberRoles },
  'deletion.ask': { member: ['owner', 'privacy'] },
  'usage.read': { key: true, member: memberRoles },
  'key.read': { member: memberRoles },
  'key.keep': { member: ['owner', 'developer'] },
  'webhook.read': { key: true, member: memberRoles },
  'webhook.keep': { key: true, member: ['owner', 'developer'] },

  'authorization.read': { key: true, member: memberRoles },
  'authorization.keep': { key: true, member: ['owner', 'privacy'] },
  'filing.read': { key: true, member: memberRoles },
  'filing.keep': { key: true, member: ['owner', 'privacy'] },
  'filing.export': { member: ['owner', 'privacy'] },

  'finding.read': { key: true, member: memberRoles },
  'consent_policy.keep': { member: ['owner', 'privacy'] },

  'deprecation.read': { key: true, member: memberRoles },
  'ticket.read': { key: true, member: memberRoles },
  'coverage.read': { key: true, member: memberRoles, staff: staffRoles },
  'ticket.keep': { key: true, member: ['owner', 'developer', 'privacy'] },

  'availability.read': { key: true, member: memberRoles },
  'availability.dispute': { member: ['owner', 'developer', 'privacy'] },
  'change.read': { key: true, member: memberRoles },
  'change.keep': { key: true, member: ['owner', 'developer'] },
  'security.report': { key: true, member: ['owner', 'developer', 'privacy'] },
  'notice.read': { key: true, member: memberRoles },
  'maintenance.read': { key: true, member: memberRoles },

  'member.read': { member: memberRoles },
  'member.keep': { member: ['owner'] },
  'support.see': { member: memberRoles },
  'support.end': { member: ['owner', 'privacy'] },
  'approval.read': { member: memberRoles },
  'approval.decide': { member: ['owner', 'developer', 'privacy'] },

  'retention.read': { key: true, member: memberRoles },
  'retention.keep': { member: ['owner', 'privacy'] },
  'attestation.make': { key: true, member: ['owner', 'privacy'] },
  'request.read': { key: true, member: memberRoles },
  'request.keep': { key: true, member: ['owner', 'privacy'] },
  'inspection.read': { key: true, member: memberRoles },
  'inspection.answer': { key: true, member: ['owner', 'privacy'] },

  'ending.read': { member: memberRoles },
  'ending.announce': { member: ['owner'] },
  'audit.read': { member: ['owner', 'privacy'] },
  'audit.inspect': { staff: ['admin', 'compliance', 'auditor'] },

  'retention.inspect': { staff: staffRoles },
  'retention.rule': { staff: ['admin', 'compliance'] },
  'hold.place': { staff: ['admin', 'compliance'] },
  'disposal.read': { staff: staffRoles },
  'disposal.keep': { staff: ['admin', 'operator', 'compliance'] },
  'ending.see': { staff: staffRoles },
  'ending.decide': { staff: ['admin', 'compliance'] },
  'filing.inspect': { staff: staffRoles },
  'filing.review': { staff: ['admin', 'compliance'] },
  'filing.export_any': { staff: ['admin', 'compliance', 'auditor'] },

  'tenant.read': { staff: staffRoles },
  'tenant.keep': { staff: ['admin', 'operator'] },
  'node.read': { staff: staffRoles },
  'support.list': { staff: staffRoles },
  'support.open': { staff: ['admin', 'operator', 'support'] },
  'staff.read': { staff: staffRoles },
  'staff.keep': { staff: ['admin'] },
  'mail.read': { staff: ['admin'] },
  'notice.see': { staff: staffRoles },
  'notice.trace': { staff: ['admin', 'operator', 'compliance', 'support'] },
  'notice.open': { staff: ['admin', 'compliance'] },
  'desk.see': { staff: staffRoles },
  'desk.keep': { staff: ['admin', 'operator', 'support'] },
  'macro.keep': { staff: ['admin', 'support'] },
  'desk_view.keep': { staff: ['admin', 'operator', 'compliance', 'support'] },
  'desk_view.share': { staff: ['admin', 'support'] },
  'availability.see': { staff: staffRoles },
  'availability.keep': { staff: ['admin', 'operator'] },
  'change.see': { staff: staffRoles },
  'change.decide': { staff: ['admin', 'operator'] },
  'calendar.keep': { staff: ['admin', 'operator'] },
  'changelog.see': { staff: staffRoles },
  'changelog.keep': { staff: ['admin', 'operator'] },
  'maintenance.see': { staff: staffRoles },
  'maintenance.keep': { staff: ['admin', 'operator'] },
  'finding.see': { staff: staffRoles },
  'finding.settle': { staff: ['admin', 'compliance'] },
  'request.forward': { staff: ['admin', 'compliance', 'support'] },
  'request.see': { staff: staffRoles },
  'inspection.keep': { staff: ['admin', 'compliance'] },
  'inspection.see': { staff: staffRoles },
  'provider_approval.read': { staff: staffRoles },
  'provider_approval.decide': { staff: ['admin', 'operator', 'compliance', 'support'] },
} as const satisfies Record<string, Access>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];

/** `access: permitted('key.keep')`. */
export const permitted = (permission: Permission): Access => permissions[permission];

/** Its name, for the documents. Undefined for an access that was not taken from the table. */
export const permissionOf = (access: Access): Permission | undefined => permissionNames.find((name) => permissions[name] === access);
