import type { Approval } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<Approval['state'], TagTone> = { waiting: 'ink', approved: 'lv', refused: 'zhu', withdrawn: 'void', expired: 'void' };

/** Filled for whoever is to decide, outlined for everybody else. */
export const ApprovalState = ({ state, your_part: part }: Pick<Approval, 'state' | 'your_part'>) => {
  const t = useTranslations('approvals');
  return part === 'decider' ? <Tag tone="fill">{t('state.yours')}</Tag> : <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
};
