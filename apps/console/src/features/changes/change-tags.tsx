import type { ChangeState, ChangeUrgency } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tenantTones: Record<ChangeState, TagTone> = { filed: 'ink', accepted: 'plain', refused: 'zhu', acknowledged: 'fill', due: 'fill', applied: 'lv', confirmed: 'lv', rolled_back: 'void', withdrawn: 'void', lapsed: 'void' };
const providerTones: Record<ChangeState, TagTone> = { ...tenantTones, filed: 'fill', acknowledged: 'ink', due: 'ink' };

/** Filled where whoever looks at it has something to do: an urgent change that was made still waits for its tenant's word. */
export const ChangeTag = ({ state, urgency, side }: { state: ChangeState; urgency: ChangeUrgency; side: 'tenant' | 'provider' }) => {
  const t = useTranslations('changes.state');
  const tone = urgency === 'urgent' && state === 'applied' ? (side === 'tenant' ? 'fill' : 'ink') : (side === 'tenant' ? tenantTones : providerTones)[state];
  return <Tag tone={tone}>{t(state)}</Tag>;
};

export const UrgencyTag = ({ urgency }: { urgency: ChangeUrgency }) => {
  const t = useTranslations('changes.urgency');
  return <Tag tone={urgency === 'urgent' ? 'ink' : 'plain'}>{t(urgency)}</Tag>;
};
