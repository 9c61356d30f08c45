import type { FilingEvent } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { momentOf, shortMomentOf } from '../../words/moments';

/** What happened to a version and what was said about it, oldest first. */
export const FilingEvents = ({ events }: { events: readonly FilingEvent[] }) => {
  const t = useTranslations('filings');
  return events.length ? (
    <ol className="fl-events">
      {events.map(({ id, at, kind, by, by_provider: byProvider, words }) => (
        <li key={id}>
          <p className="row btw">
            <b>{t(`event.${kind}`)}</b>
            <span className="small dim">
              <time dateTime={at} title={momentOf(at)}>
                {shortMomentOf(at)}
              </time>
            </span>
          </p>
          <p className="small dim">{by.name ?? t(byProvider ? 'provider' : 'tenant')}</p>
          {words ? <p className="s13 fl-words">{words}</p> : null}
        </li>
      ))}
    </ol>
  ) : (
    <p className="s13 dim">{t('noEvents')}</p>
  );
};
