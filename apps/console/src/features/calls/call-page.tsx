import './calls.css';
import type { ExplainedCall } from '@inkproof/contract';
import { CopyButton, Facts, Mast, Section } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { OutcomeTag, ReasonText } from './call-parts';

/** One row of the ledger, the limit that refused it, and the quota that was in force at its instant. */
export const CallPage = ({ call }: { call: ExplainedCall }) => {
  const t = useTranslations('calls');
  const common = useTranslations('common');
  const format = useFormatter();
  const { quota, limit } = call;
  // Whether it was refused, and if so by what; calls of before that was noted know their tenant's quota only.
  const whyOf = (count: number): string => {
    if (limit) return t(`quotaWhy.${limit.name}`, { max: limit.max });
    if (call.environment === 'test') return t('quotaTest');
    return t(call.code === 'rate.exceeded' ? 'quotaRefused' : 'quotaRule', { count });
  };
  const copied = (text: string) => (
    <span className="row ca-i">
      <span className="mono">{text}</span>
      <CopyButton text={text} words={{ copy: common('copy'), copied: common('copied') }} />
    </span>
  );
  return (
    <main className="main">
      <Mast title={t('of', { moment: momentOf(call.at) })} lede={t('oneLede', { billed: call.billed_pages })} />
      <Facts
        entries={[
          [t('column.outcome'), <OutcomeTag key="outcome" outcome={call.outcome} />],
          call.code ? [t('code'), <span key="code" className="mono">{call.code}</span>] : null,
          [t('column.reason'), <ReasonText key="reason" call={call} />],
          limit ? [t('limit'), t(`limitOf.${limit.name}`, { max: limit.max })] : null,
          [t('column.pages'), t('pagesBilled', { pages: call.pages, billed: call.billed_pages })],
          [t('column.from'), call.key ? call.key.label : t('console')],
          [t('column.route'), t(`route.${call.route}`)],
          call.environment === 'test' ? [t('environment'), t('test')] : null,
          [t('column.duration'), `${format.number(call.duration_ms)} ms`],
          [t('instant'), <span key="at" className="mono">{call.at}</span>],
          [t('requestId'), copied(call.request_id)],
          [t('id'), copied(call.id)],
        ]}
      />
      <Section title={t('quota')}>
        {quota ? (
          <div className="ca-q">
            <p>
              <b>{t('quotaThen', { count: quota.requests_per_second })}</b>
            </p>
            {quota.term ? (
              <p className="small sub mt-2">
                {t('quotaTerm', { from: momentOf(quota.term.effective_from), document: quota.term.source?.document ?? quota.term.reason ?? t('noSource') })}
              </p>
            ) : (
              <p className="small sub mt-2">{t('quotaBefore')}</p>
            )}
            <p className="small dim mt-2">{whyOf(quota.requests_per_second)}</p>
          </div>
        ) : (
          <p className="sub">{t('quotaNone')}</p>
        )}
      </Section>
    </main>
  );
};
