import './quota.css';
import type { QuotaTerm, QuotaTermList } from '@inkproof/contract';
import { Ledger, Section, Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { momentOf } from '../../words/moments';
import { CallOffTerm } from './call-off-term';

const tones: Record<QuotaTerm['state'], TagTone> = { scheduled: 'dash', in_force: 'lv', overridden: 'plain', ended: 'plain', cancelled: 'void' };

/** Every quota a tenant had, has and is to have, and what each rests on. */
export const QuotaHistory = ({ terms, mayChange, aside }: { terms: QuotaTermList; mayChange?: `ten_${string}`; aside?: ReactNode }) => {
  const t = useTranslations('quota');
  const isOpen = ({ basis, state }: QuotaTerm) => state === 'scheduled' || (basis === 'override' && state === 'in_force');
  const isForStaff = terms.items.some(({ set_by }) => set_by);
  return (
    <Section title={t('history')} aside={aside}>
      <Ledger
        caption={t('history')}
        columns={[
          { key: 'quota', label: t('quota') },
          { key: 'state', label: t('stateOf') },
          { key: 'from', label: t('from') },
          { key: 'to', label: t('to') },
          { key: 'source', label: t('source') },
          ...(isForStaff ? [{ key: 'by', label: t('by') }] : []),
          ...(mayChange ? [{ key: 'act', label: '' }] : []),
        ]}
      >
        {terms.items.map((term) => (
          <tr key={term.id} className={term.state === 'ended' || term.state === 'cancelled' ? 'qt-o' : undefined}>
            <td>
              <span className="nm">{t('each', { count: term.requests_per_second })}</span> <span className="small dim">{t(`burst.${term.burst}`)}</span>
            </td>
            <td className="end">
              <Tag tone={tones[term.state]}>{t(`state.${term.state}`)}</Tag>
              {term.basis === 'override' ? <span className="small dim"> {t('override')}</span> : null}
            </td>
            <td className="qt-m" data-k={t('from')}>
              {momentOf(term.effective_from)}
            </td>
            <td className="qt-m end2" data-k={t('to')}>
              {term.effective_to ? momentOf(term.effective_to) : '—'}
            </td>
            <td className="qt-s">
              {term.source ? (
                <>
                  {term.source.document}
                  {term.source.sha256 ? <span className="mono dim small" title={term.source.sha256}>{` sha256 ${term.source.sha256.slice(0, 12)}…`}</span> : null}
                  {term.reason ? <span className="dim small">{` ${term.reason}`}</span> : null}
                </>
              ) : (
                (term.reason ?? <span className="dim">{t('noSource')}</span>)
              )}
            </td>
            {isForStaff ? (
              <td className="sub hide">
                {term.set_by?.name ?? t('bySystem')}
                <span className="dim small nw"> {momentOf(term.set_at)}</span>
                {term.approved_by ? <span className="dim small"> {t('approvedBy', { name: term.approved_by.name ?? term.approved_by.id })}</span> : null}
              </td>
            ) : null}
            {mayChange ? <td className="num">{isOpen(term) ? <CallOffTerm tenantId={mayChange} term={term} /> : null}</td> : null}
          </tr>
        ))}
      </Ledger>
      <p className="small dim mt-2">{t('historyNote')}</p>
    </Section>
  );
};
