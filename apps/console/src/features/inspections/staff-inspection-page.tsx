import '../requests/requests.css';
import type { InspectionForStaff } from '@inkproof/contract';
import { Bar, Ledger, Mast, Section, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { DrawFacts } from './draw-facts';
import { DrawNow } from './draw-now';
import { InspectionHistory } from './inspection-history';
import { FlagTags, InspectionStateTag, VerdictTag } from './inspection-tags';
import { Judge } from './judge';
import { OpenItem } from './open-item';

/** An inspection for staff: the draw, what was drawn, what was answered, and what came of it. */
export const StaffInspectionPage = ({ inspection, mayKeep }: { inspection: InspectionForStaff; mayKeep: boolean }) => {
  const t = useTranslations('inspections');
  const { id, sample, state, items } = inspection;
  const isOpen = state === 'drawn' || state === 'answered';
  return (
    <main className="main rq">
      <Mast
        title={inspection.tenant.name}
        lede={<InspectionStateTag state={state} overdue={inspection.overdue} side="provider" />}
        actions={mayKeep ? state === 'announced' ? <DrawNow id={id} /> : isOpen && items.judged === items.drawn ? <Judge id={id} /> : null : null}
      />
      {inspection.verdict ? <Bar title={t(`verdict.${inspection.verdict}`)}>{inspection.verdict_reason}</Bar> : null}
      {inspection.escalated_at ? <Bar tone="zhu" title={t('escalated')}>{momentOf(inspection.escalated_at)}</Bar> : null}
      {sample.length ? (
        <Section title={t('sample')} aside={t('progress', { answered: items.answered, drawn: items.drawn })}>
          <Ledger caption={t('sample')} columns={[{ key: 'item', label: t('column.item') }, { key: 'given', label: t('column.given') }, { key: 'posted', label: t('column.posted') }, { key: 'state', label: t('column.state') }, { key: 'acts', label: t('column.verdict') }]}>
            {sample.map((item) => (
              <tr key={item.id}>
                <td>{t('item', { place: item.place })}</td>
                <td className="hide sub">{momentOf(item.given_at)}</td>
                <td className="hide sub">{momentOf(item.posted_at)}</td>
                <td>
                  <span className="row wrap">
                    <Tag tone={item.answered_at ? 'lv' : 'dash'}>{t(item.answered_at ? 'answered' : 'open')}</Tag>
                    {item.matches ? <Tag>{t('matches')}</Tag> : null}
                    <FlagTags flags={item.flags} />
                  </span>
                </td>
                <td className="end">
                  <span className="row wrap">
                    {item.verdict ? <VerdictTag verdict={item.verdict} /> : null}
                    {mayKeep && isOpen ? (
                      <>
                        <OpenItem id={id} item={item.id} />
                        {item.answered_at || inspection.overdue ? <Judge id={id} item={item.id} /> : null}
                      </>
                    ) : null}
                  </span>
                </td>
              </tr>
            ))}
          </Ledger>
        </Section>
      ) : null}
      <DrawFacts inspection={inspection} />
      <InspectionHistory events={inspection.events} sample={sample} />
    </main>
  );
};
