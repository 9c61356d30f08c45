import type { MediaDisposal } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<MediaDisposal['state'], TagTone> = { waiting: 'dash', witnessed: 'lv', unwitnessed: 'zhu' };

/** How far an entry is. None of the words says that anything is in order. */
export const DisposalState = ({ state }: Pick<MediaDisposal, 'state'>) => {
  const t = useTranslations('disposals.state');
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
};
