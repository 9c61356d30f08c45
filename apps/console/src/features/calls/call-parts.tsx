import type { LedgerCall } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<LedgerCall['outcome'], TagTone> = { accepted: 'plain', refused: 'zhe', failed: 'zhu' };

export const OutcomeTag = ({ outcome }: Pick<LedgerCall, 'outcome'>) => {
  const t = useTranslations('calls');
  return <Tag tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Tag>;
};

/** Why it was billed or not, with the pages of each reason where there are several. */
export const ReasonText = ({ call: { reason, page_reasons } }: { call: Pick<LedgerCall, 'reason' | 'page_reasons'> }) => {
  const t = useTranslations('calls');
  if (reason !== 'mixed') return <>{t(`reason.${reason}`)}</>;
  return <>{Object.entries(page_reasons).map(([name, pages]) => `${t(`reason.${name}` as 'reason.read')} ${pages}`).join(t('between'))}</>;
};
