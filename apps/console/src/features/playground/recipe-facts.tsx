'use client';
import type { Recognition } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';

/** How the text came about, exactly enough that another party can do it again. */
export const RecipeFacts = ({ recognition }: { recognition: Recognition }) => {
  const t = useTranslations('playground');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const { recipe, usage } = recognition;
  const unbilled = usage.billing.find(({ billed }) => !billed);
  const dpi = recognition.pages[0]?.dpi;
  return (
    <Section title={t('recipe')} aside={<span className="mono small">{new Intl.NumberFormat(locale).format(recognition.duration_ms)} ms</span>}>
      <Facts
        entries={[
          [t('record'), <Link key="record" className="link id pg-id" href={`/recognitions/${recognition.id}`}>{recognition.id}</Link>],
          [t('engine'), recipe.engine],
          [t('readWith'), recognition.languages.map((tag) => names.of(tag)).join(' · ')],
          [t('steps'), <span key="steps" lang="en">{[...recipe.steps, ...(dpi ? [t('dpi', { n: dpi })] : [])].join(' → ')}</span>],
          [t('metered'), [t('billed', { pages: usage.pages, billed: usage.billed_pages }), ...(unbilled ? [t(`reason.${unbilled.reason}`)] : [])].join(' · ')],
          [t('digest'), <span key="digest" className="mono pg-id">{recipe.input_sha256}</span>],
        ]}
      />
    </Section>
  );
};
