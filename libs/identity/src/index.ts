export { Approvals, type ApprovalKind } from './actions/approvals.js';
export { FoundTenant, type NewPerson } from './actions/found-tenant.js';
export { IssueKey } from './actions/issue-key.js';
export { ActingBy, CalledBy, CalledByTenant } from './http/called-by.js';
export { IdentityModule } from './identity.module.js';
export { type Approval } from './model/approval.js';
export { ApprovalStore } from './store/approval-store.js';
export { type Caller, type TenantCaller } from './model/caller.js';
export { canonicalEmail } from './model/email.js';
