import type { Inspection } from '@inkproof/contract';
import { Ledger, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { Moment } from '../moments/moment';

interface InspectionHistoryProps {
  events: Inspection['events'];
  sample: readonly { id: string; place: number }[];
}

/** What happened to an inspection and by whom, oldest first. A tenant reads the names of its own people, staff those of both sides. */
export const InspectionHistory = ({ events, sample }: InspectionHistoryProps) => {
  const t = useTranslations('inspections');
  const placeOf = (item: string | null) => sample.find(({ id }) => id === item)?.place;
  return (
    <Section title={t('history')}>
      <Ledger caption={t('history')} columns={[{ key: 'at', label: t('column.at') }, { key: 'what', label: t('column.what') }, { key: 'by', label: t('column.by') }]}>
        {events.map(({ at, kind, by, by_provider: byProvider, item }, index) => {
          const place = placeOf(item);
          return (
            <tr key={index}>
              <td className="sub">
                <Moment at={at} />
              </td>
              <td>
                {t(`event.${kind}`)} {place === undefined ? null : <span className="dim">{t('item', { place })}</span>}
              </td>
              <td className="sub">{by ? [t(byProvider ? 'bySide.provider' : 'bySide.tenant'), by.name].filter(Boolean).join(' · ') : t('bySystem')}</td>
            </tr>
          );
        })}
      </Ledger>
    </Section>
  );
};
