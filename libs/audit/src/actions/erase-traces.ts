import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { Actor } from '../model/act.js';
import type { Chain, Trail } from './trail.js';

/**
 * Forgets what a chain says of a person: what they did and what was done to them. The chain still verifies, and says that
 * something was forgotten, by whom and how many entries, without saying of whom.
 */
export class EraseTraces {
  constructor(private readonly trail: Trail) {}

  async of(tx: Tx, chain: Chain, person: Id<'per'>, by: Actor): Promise<number> {
    const [row] = await tx.$queryRaw<{ erased: bigint }[]>`SELECT audit_erase(${chain}, ${person}) AS erased`;
    const entries = Number(row!.erased);
    if (entries > 0) await this.trail.append(tx, chain, { action: 'audit.erased', by, targets: [], details: { entries } });
    return entries;
  }
}
