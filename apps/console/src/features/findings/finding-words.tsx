import type { Finding } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const toneOf: Record<Finding['state'], TagTone> = { open: 'fill', dismissed: 'plain', linked: 'lv' };

/** What was found, how often and where; never what it was. */
export const FindingWords = ({ finding: { category, count, pages } }: { finding: Finding }) => {
  const t = useTranslations('findings');
  const words = useTranslations('personal');
  return (
    <>
      <span className="nm">{words(`category.${category}`)}</span> <span className="sub s13">{[t('count', { count }), t('pages', { count: pages.length, pages: pages.join(', ') })].join(t('comma'))}</span>
    </>
  );
};

/** The provider settles, so what is open is filled for the provider alone. */
export const FindingState = ({ finding: { state, reason, reference }, waits }: { finding: Finding; waits: boolean }) => {
  const t = useTranslations('findings');
  return (
    <>
      <Tag tone={state === 'open' && !waits ? 'ink' : toneOf[state]}>{t(`state.${state}`)}</Tag>
      {reason ? <div className="sub s13 mt-1">{[reference, reason].filter(Boolean).join(t('comma'))}</div> : null}
    </>
  );
};
