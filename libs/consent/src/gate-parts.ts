import type { Provider } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { Clock } from '@inkproof/kernel';
import { Database, wire } from '@inkproof/platform';
import { PassGate } from './actions/pass-gate.js';
import { ReadReconciliation } from './actions/read-reconciliation.js';
import { SetPolicy } from './actions/set-policy.js';
import { SettleFinding } from './actions/settle-finding.js';
import { FindingStore } from './store/finding-store.js';
import { GateStore } from './store/gate-store.js';
import { PolicyStore } from './store/policy-store.js';
import { ReconciliationStore } from './store/reconciliation-store.js';

/** What API nodes need to judge calls. */
export const gateParts: Provider[] = [wire(GateStore, Database), wire(PassGate, GateStore)];

/** What whoever records a call needs to know of its tenant. */
export const screeningParts: Provider[] = [wire(PolicyStore, Database)];

/** What people do about it. */
export const findingParts: Provider[] = [wire(ReconciliationStore), wire(ReadReconciliation, Database, ReconciliationStore, Clock), wire(FindingStore), wire(SetPolicy, Database, PolicyStore, Trail, Clock), wire(SettleFinding, Database, FindingStore, Trail, Clock)];
