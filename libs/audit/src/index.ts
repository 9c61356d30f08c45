export { EraseTraces } from './actions/erase-traces.js';
export { Seals } from './actions/seals.js';
export { SigningKey } from './actions/signing-key.js';
export { Trail, type Chain } from './actions/trail.js';
export { AuditApiModule } from './audit-api.module.js';
export { AuditModule } from './audit.module.js';
export type { Act, Actor } from './model/act.js';
export { canonical } from './model/canonical.js';
export type { Checkpoint, SignedCheckpoint } from './model/checkpoint.js';
