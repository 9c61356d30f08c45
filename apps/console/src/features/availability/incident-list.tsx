import type { Incident } from '@inkproof/contract';
import { Empty, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Moment } from '../moments/moment';
import { UpdateIncident } from './incident-acts';
import { wordsFor } from '../../words/words-for';

/** What the public was told, incident by incident, newest first. */
export const IncidentList = ({ items, mayKeep }: { items: readonly Incident[]; mayKeep: boolean }) => {
  const t = useTranslations('availability.incident');
  const locale = useLocale();
  if (!items.length) return <Empty title={t('empty')} written={5}>{t('emptyBody')}</Empty>;
  return (
    <ul className="av-list">
      {items.map(({ id, title, state, updates, found_by }) => (
        <li key={id}>
          <h3>
            {wordsFor(locale, title)}
            <Tag tone={state === 'resolved' ? 'lv' : 'fill'}>{t(`state.${state}`)}</Tag>
            {found_by === 'probe' ? <Tag>{t('byProbe')}</Tag> : null}
            {mayKeep && state !== 'resolved' ? <UpdateIncident id={id} state={state} /> : null}
          </h3>
          {updates.map((update) => (
            <div key={update.at} className="av-say">
              <Moment at={update.at} />
              <span>{t(`state.${update.state}`)}</span>
              <p className="av-told">{wordsFor(locale, update.words)}</p>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
};
