import type { SupportTicket } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

type State = SupportTicket['state'];
const priorityTones = { p1: 'fill', p2: 'ink', p3: 'plain', p4: 'plain' } as const satisfies Record<SupportTicket['priority'], TagTone>;

export const PriorityTag = ({ priority }: { priority: SupportTicket['priority'] }) => <Tag tone={priorityTones[priority]}>{priority.toUpperCase()}</Tag>;

const tenantTones: Record<State, TagTone> = { new: 'plain', open: 'plain', waiting_tenant: 'fill', waiting_provider: 'plain', on_hold: 'dash', resolved: 'lv', closed: 'void' };
const deskTones: Record<State, TagTone> = { ...tenantTones, new: 'fill', waiting_tenant: 'dash' };

/** Filled where whoever looks at it has something to do. */
export const StateTag = ({ state, side }: { state: State; side: 'tenant' | 'provider' }) => {
  const t = useTranslations('tickets');
  return side === 'tenant' ? <Tag tone={tenantTones[state]}>{t(`stateOwn.${state}`)}</Tag> : <Tag tone={deskTones[state]}>{t(`state.${state}`)}</Tag>;
};
