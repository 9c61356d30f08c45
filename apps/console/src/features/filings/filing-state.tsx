import type { FilingVersionSummary } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<FilingVersionSummary['state'], TagTone> = { draft: 'dash', submitted: 'ink', correction: 'fill', accepted: 'lv', superseded: 'void', withdrawn: 'void', refused: 'zhu' };

/** Where a version stands. What waits is filled only for the side that must act. */
export const FilingState = ({ state, side = 'tenant' }: { state: FilingVersionSummary['state']; side?: 'tenant' | 'provider' }) => {
  const t = useTranslations('filings');
  const tone = side === 'provider' && state === 'submitted' ? 'fill' : side === 'provider' && state === 'correction' ? 'ink' : tones[state];
  return <Tag tone={tone}>{t(`state.${state}`)}</Tag>;
};
