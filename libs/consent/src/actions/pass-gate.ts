import type { DeclaredInformation } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { judgeCall, type Reliance } from '../model/judge-call.js';
import type { GateStore } from '../store/gate-store.js';

/** The gate that every call passes before its picture is read: what it declares of personal information, something must permit. */
export class PassGate {
  constructor(private readonly facts: GateStore) {}

  /** What the call relies on; undefined when it declares none. Throws a refusal `consent.…` otherwise. */
  async for(tenantId: Id<'ten'>, declared: DeclaredInformation): Promise<Reliance | undefined> {
    if (declared === 'none') return undefined;
    return judgeCall(declared, await this.facts.facts(tenantId, declared.filing, declared.authorization));
  }
}
