'use client';
import type { PageReading, Recognition } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { EngineFacts } from '../recipe/engine-facts';
import { PageRecipe } from '../recipe/page-recipe';

/** How the text came about, exactly enough that another party can do it again, and what it came to. */
export const RecipeFacts = ({ recognition, page }: { recognition: Recognition; page: PageReading }) => {
  const t = useTranslations('playground');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const { usage, document, retention, id } = recognition;
  const reasons = [...new Set(usage.billing.map(({ reason }) => reason))].filter((reason) => reason !== 'read');
  return (
    <>
      <Section title={t('recipe')} aside={<span className="mono small">{new Intl.NumberFormat(locale).format(recognition.duration_ms)} ms</span>}>
        <PageRecipe page={page} />
      </Section>
      <Section title={t('recordOf')}>
        <Facts
          entries={[
            [t('record'), retention.kept === 'none' ? <span key="record" className="id pg-id">{id}</span> : <Link key="record" className="link id pg-id" href={`/recognitions/${id}`}>{id}</Link>],
            [t('document'), [document.media_type, t('pagesIn', { count: document.pages }), document.frames > 1 && t('framesIn', { count: document.frames })].filter(Boolean).join(' · ')],
            [t('readWith'), recognition.languages.map((tag) => names.of(tag)).join(' · ')],
            [t('metered'), [t('billed', { pages: usage.pages, billed: usage.billed_pages }), ...reasons.map((reason) => t(`reason.${reason}`))].join(' · ')],
          ]}
        />
      </Section>
      <Section title={t('engines')}>
        <EngineFacts recipe={recognition.recipe} />
      </Section>
    </>
  );
};
