export { Trail, type Chain } from './actions/trail.js';
export { AuditModule } from './audit.module.js';
export type { Act, Actor } from './model/act.js';
export { canonical } from './model/canonical.js';
