import '../requests/requests.css';
import type { Inspection, InspectionItem } from '@inkproof/contract';
import { Bar, Facts, Mast, Section, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { lastDayOf } from '../requests/request-clock';
import { DrawFacts } from './draw-facts';
import { InspectionHistory } from './inspection-history';
import { FlagTags, InspectionStateTag, VerdictTag } from './inspection-tags';
import { ItemAnswerForm } from './item-answer';

/** What was said and shown, where nobody changes it any more. */
const answered = (t: ReturnType<typeof useTranslations<'inspections'>>, { words, unable, files }: InspectionItem): ([string, string] | null)[] => [
  words ? [t('answer.words'), words] : null,
  unable ? [t('answer.unable'), unable] : null,
  files.length ? [t('column.shown'), files.map(({ kind, name }) => t('answer.file', { kind: t(`answer.kinds.${kind}`), name })).join(t('and'))] : null,
];

/** What a tenant must answer, item by item, and what came of it. */
export const InspectionPage = ({ inspection, mayAnswer }: { inspection: Inspection; mayAnswer: boolean }) => {
  const t = useTranslations('inspections');
  const isOpen = inspection.state === 'drawn' || inspection.state === 'answered';
  const mayChange = ({ verdict }: InspectionItem): boolean => mayAnswer && isOpen && !verdict;
  return (
    <main className="main rq">
      <Mast
        title={t('one')}
        lede={
          <span className="row wrap">
            <InspectionStateTag state={inspection.state} overdue={inspection.overdue} side="tenant" />
            {inspection.reason}
          </span>
        }
      />
      {inspection.verdict ? (
        <Bar title={t(`verdict.${inspection.verdict}`)}>
          {inspection.verdict_reason ? <p>{inspection.verdict_reason}</p> : null}
          <p>{t('dutyStays')}</p>
        </Bar>
      ) : null}
      {isOpen && inspection.due_at ? <p className="sub">{t('progressUntil', { answered: inspection.items.answered, drawn: inspection.items.drawn, day: lastDayOf(inspection.due_at) })}</p> : null}
      {inspection.sample.map((item) => (
        <Section
          key={item.id}
          title={t('item', { place: item.place })}
          aside={
            <span className="row">
              <FlagTags flags={item.flags} />
              {item.verdict ? <VerdictTag verdict={item.verdict} /> : <Tag tone={item.answered_at ? 'lv' : 'fill'}>{t(item.answered_at ? 'answered' : 'open')}</Tag>}
            </span>
          }
        >
          <Facts
            entries={[
              [t('column.authorization'), <span key="a" className="id">{item.authorization}</span>],
              [t('column.given'), momentOf(item.given_at)],
              [t('column.posted'), momentOf(item.posted_at)],
              item.commitment ? [t('column.commitment'), <span key="c" className="id">{item.commitment}</span>] : [t('column.custody'), t('vault')],
              item.computed ? [t('column.computed'), <span key="d" className="id">{item.computed}</span>] : null,
              item.matches === null ? null : [t('column.matches'), t(item.matches ? 'matches' : 'differs')],
              item.missing.length ? [t('column.missing'), item.missing.map((part) => t(`missing.${part}`)).join(t('and'))] : null,
              item.openings.length ? [t('column.opened'), item.openings.map(({ at }) => momentOf(at)).join(t('and'))] : null,
              ...(mayChange(item) ? [] : answered(t, item)),
              item.verdict_reason ? [t('column.why'), item.verdict_reason] : null,
            ]}
          />
          {mayChange(item) ? <ItemAnswerForm id={inspection.id} item={item} /> : null}
        </Section>
      ))}
      <DrawFacts inspection={inspection} />
      <InspectionHistory events={inspection.events} sample={inspection.sample} />
    </main>
  );
};
