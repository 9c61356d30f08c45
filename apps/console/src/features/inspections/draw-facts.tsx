import type { InspectionSummary } from '@inkproof/contract';
import { Facts, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { lastDayOf } from '../requests/request-clock';

/** What was drawn from what, by which seed: everything needed to draw it again. */
export const DrawFacts = ({ inspection }: { inspection: InspectionSummary }) => {
  const t = useTranslations('inspections');
  const { draw } = inspection;
  const code = (text: string) => <span className="id">{text}</span>;
  return (
    <Section title={t('draw.title')}>
      <Facts
        entries={[
          [t('column.reason'), inspection.reason],
          [t('column.announced'), momentOf(inspection.announced_at)],
          inspection.filing ? [t('draw.filing'), code(inspection.filing)] : null,
          inspection.from ? [t('draw.from'), momentOf(inspection.from)] : null,
          inspection.to ? [t('draw.to'), momentOf(inspection.to)] : null,
          inspection.due_at ? [t('column.due'), lastDayOf(inspection.due_at)] : [t('draw.days'), t('draw.daysBody', { days: inspection.answer_days })],
          [t('draw.size'), inspection.drawn_at ? t('draw.of', { drawn: inspection.items.drawn, population: draw.population ?? 0 }) : t('draw.upTo', { size: inspection.size })],
          [t('draw.seedDigest'), code(draw.seed_sha256)],
          [t('draw.seed'), draw.seed ? code(draw.seed) : t('draw.sealed')],
          draw.population_sha256 ? [t('draw.populationDigest'), code(draw.population_sha256)] : null,
        ]}
      />
      <p className="hint">{t('draw.again')}</p>
    </Section>
  );
};
