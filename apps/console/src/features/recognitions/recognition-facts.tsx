import type { Recognition } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { EngineFacts } from '../recipe/engine-facts';
import { PageRecipe } from '../recipe/page-recipe';
import { personalFacts } from './personal-facts';

/** What is on record about a recognition, and how its text came about, exactly enough that another party can do it again. */
export const RecognitionFacts = ({ recognition }: { recognition: Recognition }) => {
  const t = useTranslations('recognitions');
  const recipe = useTranslations('recipe');
  const personal = useTranslations('personal');
  const common = useTranslations('common');
  const reasons = useTranslations('playground.reason');
  const format = useFormatter();
  const locale = useLocale();
  const { usage, pages, confidence, document, retention, job } = recognition;
  const unbilled = usage.billing.find(({ billed }) => !billed);
  return (
    <div className="rc-w">
      <Section title={t('record')}>
        <Facts
          entries={[
            [t('fact.id'), <span key="id" className="mono">{recognition.id}</span>],
            [t('fact.tag'), recognition.tag ?? <span key="tag" className="dim">{common('none')}</span>],
            [t('fact.channel'), common(`channel.${recognition.channel}`)],
            job ? [t('fact.job'), <span key="job" className="mono">{job}</span>] : null,
            [t('fact.document'), t('pagesOf', { type: document.media_type, read: pages.length, total: document.pages })],
            [t('fact.at'), t('beijing', { moment: momentOf(recognition.created_at) })],
            [t('fact.duration'), `${format.number(recognition.duration_ms)} ms`],
            [t('fact.usage'), [t('billed', { pages: usage.pages, billed: usage.billed_pages }), unbilled && reasons(unbilled.reason)].filter(Boolean).join(locale === 'zh-CN' ? '；' : '; ')],
            ...personalFacts(recognition.personal_information, personal),
            confidence === null ? null : [t('fact.confidence'), format.number(confidence, { minimumFractionDigits: 2, maximumFractionDigits: 2 })],
            [t('fact.kept'), t(`kept.${retention.kept}`, { moment: retention.until ? momentOf(retention.until) : '' })],
            [t('fact.request'), <span key="request" className="mono">{recognition.request_id}</span>],
          ]}
        />
      </Section>
      <Section title={t('recipe')}>
        <EngineFacts recipe={recognition.recipe} />
      </Section>
      {pages.map((page) => (
        <Section key={page.number} title={pages.length > 1 ? t('pageRecipe', { number: page.number }) : recipe('page')}>
          <PageRecipe page={page} />
        </Section>
      ))}
    </div>
  );
};
