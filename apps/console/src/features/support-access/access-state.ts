import type { SupportAccess } from '@inkproof/contract';

/** How an access stands: it runs, somebody ended it, or its time ran out. */
export const stateOf = ({ running, ended_at: endedAt }: Pick<SupportAccess, 'running' | 'ended_at'>): 'running' | 'ended' | 'over' => (running ? 'running' : endedAt ? 'ended' : 'over');
