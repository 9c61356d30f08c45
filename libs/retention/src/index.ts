export { Holds, type Holdable, type HoldsEvidence } from './actions/holds.js';
export { subjectHashOf } from './actions/subject-hash.js';
export { RetentionApiModule, RetentionModule } from './retention.module.js';
