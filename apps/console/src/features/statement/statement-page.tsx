import './statement.css';
import type { Statement } from '@inkproof/contract';
import { Facts, Ledger, Section, Tag } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { groupName } from '../usage/group-name';
import { PrintButton } from './print-button';

type Part = Statement['statement']['keys'];

/** The statement of a month, as it is printed and kept. */
export const StatementPage = ({ issued }: { issued: Statement }) => {
  const t = useTranslations('statement');
  const usage = useTranslations('usage');
  const calls = useTranslations('calls');
  const format = useFormatter();
  const { statement: said } = issued;
  const cells = (part: { accepted: number; refused: number; failed: number; pages: number; billed_pages: number }) => (
    <>
      <td className="num sub hide">{format.number(part.accepted)}</td>
      <td className="num sub hide">{format.number(part.refused)}</td>
      <td className="num sub hide">{format.number(part.failed)}</td>
      <td className="num sub hide">{format.number(part.pages)}</td>
      <td className="num end">{format.number(part.billed_pages)}</td>
    </>
  );
  const table = (title: string, by: 'key' | 'route' | 'reason', part: Part) => (
    <Section title={title}>
      <Ledger
        compact
        caption={title}
        columns={[{ key: 'name', label: usage(`dimension.${by}`) }, ...(['accepted', 'refused', 'failed', 'pagesRead', 'billed'] as const).map((key) => ({ key, label: usage(key), numeric: true }))]}
        foot={
          <tr>
            <td>{usage('total')}</td>
            {cells(said.total)}
          </tr>
        }
      >
        {part.map((group) => (
          <tr key={group.group}>
            <td className="nm">{groupName(calls, by, group)}</td>
            {cells(group)}
          </tr>
        ))}
      </Ledger>
    </Section>
  );
  return (
    <main className="main st">
      <div className="st-h">
        <div>
          <h1>{t('title', { month: said.month })}</h1>
          <p className="sub">{said.tenant.name}</p>
          <p className="small dim">{t('span', { from: said.from, to: said.to })}</p>
        </div>
        <div className="st-a">
          {said.provisional ? <Tag tone="dash">{t('provisional')}</Tag> : <Tag tone="lv">{t('final')}</Tag>}
          <PrintButton label={t('print')} />
        </div>
      </div>
      <p className="st-t">
        <span>{t.rich('sum', { pages: said.total.billed_pages, b: (words) => <b>{words}</b> })}</span>
        <span className="small dim">{t('sumNote', { accepted: said.total.accepted, read: said.total.pages, refused: said.total.refused, failed: said.total.failed })}</span>
      </p>
      {said.provisional ? <p className="small sub">{t('provisionalNote')}</p> : null}
      {table(t('keys'), 'key', said.keys)}
      {table(t('routes'), 'route', said.routes)}
      {table(t('reasons'), 'reason', said.reasons)}
      <Section title={t('quotas')}>
        <Facts entries={said.quotas.map((quota) => [t('quota', { count: quota.requests_per_second }), `${momentOf(quota.from)} – ${quota.to ? momentOf(quota.to) : t('onwards')}${quota.document ? ` · ${quota.document}` : ''}`] as const)} />
      </Section>
      <Section title={t('proof')}>
        <Facts
          entries={[
            [t('issued'), momentOf(said.issued_at)],
            [t('key'), <span key="key" className="mono st-x">{issued.key}</span>],
            [t('signature'), <span key="signature" className="mono st-x">{issued.signature}</span>],
            said.audit ? [t('audit'), <span key="audit" className="st-x">{t('auditAt', { seq: said.audit.checkpoint.seq, moment: momentOf(said.audit.checkpoint.at) })} <span className="mono">{said.audit.checkpoint.head}</span></span>] : null,
          ]}
        />
        <p className="small dim mt-3">{t('proofNote')}</p>
      </Section>
    </main>
  );
};
