import type { Recognition } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { languageNames } from './language-names';

const SHOWN_OF_DIGEST = 16;

/** What is on record about a recognition, and how its text came about, exactly enough that another party can do it again. */
export const RecognitionFacts = ({ recognition }: { recognition: Recognition }) => {
  const t = useTranslations('recognitions');
  const common = useTranslations('common');
  const reasons = useTranslations('playground.reason');
  const format = useFormatter();
  const locale = useLocale();
  const { recipe, usage, pages, confidence } = recognition;
  const unbilled = usage.billing.find(({ billed }) => !billed);
  const first = pages[0];
  return (
    <div className="rc-w">
      <Section title={t('record')}>
        <Facts
          entries={[
            [t('fact.id'), <span key="id" className="mono">{recognition.id}</span>],
            [t('fact.tag'), recognition.tag ?? <span key="tag" className="dim">{common('none')}</span>],
            [t('fact.channel'), common(`channel.${recognition.channel}`)],
            [t('fact.at'), t('beijing', { moment: momentOf(recognition.created_at) })],
            [t('fact.duration'), `${format.number(recognition.duration_ms)} ms`],
            [t('fact.usage'), [t('billed', { pages: usage.pages, billed: usage.billed_pages }), unbilled && reasons(unbilled.reason)].filter(Boolean).join(locale === 'zh-CN' ? '；' : '; ')],
            confidence === null ? null : [t('fact.confidence'), format.number(confidence, { minimumFractionDigits: 2, maximumFractionDigits: 2 })],
            [t('fact.request'), <span key="request" className="mono">{recognition.request_id}</span>],
          ]}
        />
      </Section>
      <Section title={t('recipe')}>
        <Facts
          entries={[
            [t('fact.engine'), recipe.engine],
            [t('fact.languages'), languageNames(recognition.languages, locale)],
            ...recipe.languages.map(({ code, sha256 }) => [<span key={code} className="mono">{code}</span>, <span key={sha256} className="mono" title={sha256}>{sha256.slice(0, SHOWN_OF_DIGEST)}…</span>] as const),
            [t('fact.psm'), recipe.psm],
            [t('fact.steps'), recipe.steps.join(' → ')],
            first ? [t('fact.page'), [`${format.number(first.width)} × ${format.number(first.height)} px`, first.dpi && `${first.dpi} dpi`, first.rotation && t('turned', { degrees: first.rotation }), first.mirrored && t('mirrored')].filter(Boolean).join(' · ')] : null,
            [t('fact.input'), <span key="input" className="mono">{recipe.input_sha256}</span>],
          ]}
        />
      </Section>
    </div>
  );
};
