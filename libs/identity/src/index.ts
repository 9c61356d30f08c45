export { FoundTenant, type NewPerson } from './actions/found-tenant.js';
export { IssueKey } from './actions/issue-key.js';
export { CalledByPerson, CalledByTenant } from './http/called-by.js';
export { IdentityModule } from './identity.module.js';
export { type Caller, type KeyCaller, type MemberCaller, type PersonCaller, type StaffCaller, type TenantCaller } from './model/caller.js';
