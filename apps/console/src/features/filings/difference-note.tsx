import { filingElements, type FilingDifference, type FilingElement } from '@inkproof/contract';
import { useTranslations } from 'next-intl';

const isElement = (field: string): field is FilingElement => (filingElements as readonly string[]).includes(field);

/** What a version is compared with, and what of it differs beside the text. */
export const DifferenceNote = ({ difference: { against, changed } }: { difference: FilingDifference }) => {
  const t = useTranslations('filings');
  if (!against) return <p className="s13 dim fl-note">{t('againstNothing')}</p>;
  // Where the text came from is no part of what people agreed to.
  const names = changed.flatMap((field) => (isElement(field) ? [t(`element.${field}`)] : field === 'concerns_minors' ? [t('minors')] : []));
  return <p className="s13 sub fl-note">{names.length ? t('alsoDiffers', { number: against.number, fields: names.join(t('comma')) }) : t('onlyText', { number: against.number })}</p>;
};
