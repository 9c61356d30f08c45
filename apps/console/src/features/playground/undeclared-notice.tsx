import type { Recognition } from '@inkproof/contract';
import { Bar } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** Says that something was found which the call had not declared, and what became of the result for it. */
export const UndeclaredNotice = ({ information }: { information: Recognition['personal_information'] }) => {
  const t = useTranslations('personal');
  const results = useTranslations('findings.result');
  if (!information?.undeclared.length) return null;
  return (
    <Bar tone="zhe" title={`${t('found')}${t('colon')}${information.undeclared.map(({ category }) => t(`category.${category}`)).join(t('comma'))}`} live="polite">
      {t('declareNext', { result: results(information.result) })}{' '}
      <Link className="link" href="/filings">
        {t('toFilings')}
      </Link>
    </Bar>
  );
};
