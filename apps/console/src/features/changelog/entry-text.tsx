import type { ChangelogEntry, EditedEntry } from '@inkproof/contract';
import { Bar, Facts, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { wordsFor } from '../../words/words-for';

type Shown = ChangelogEntry | EditedEntry;

/** What sort of change it is, and whether programs break by it. */
export const EntryTags = ({ entry }: { entry: Shown }) => {
  const t = useTranslations('changelog');
  return (
    <span className="row wrap">
      <Tag tone={entry.kind === 'deprecated' || entry.kind === 'removed' ? 'zhe' : entry.kind === 'security' ? 'zhu' : 'ink'}>{t(`kind.${entry.kind}`)}</Tag>
      {entry.compatible ? null : <Tag tone="zhu">{t('incompatible')}</Tag>}
      {entry.withdrawn_at ? <Tag tone="void">{t('withdrawn')}</Tag> : null}
    </span>
  );
};

/** All of an entry but its title. */
export const EntryText = ({ entry }: { entry: Shown }) => {
  const t = useTranslations('changelog');
  const locale = useLocale();
  const isDeprecation = entry.sunset_at !== null;
  return (
    <div className="col cl-e">
      {entry.withdrawn_because ? (
        <Bar tone="zhu" title={t('withdrawnOn', { at: momentOf(entry.withdrawn_at!) })}>
          {wordsFor(locale, entry.withdrawn_because)}
        </Bar>
      ) : null}
      <p className="cl-w">{wordsFor(locale, entry.words)}</p>
      <Facts
        entries={[
          [t(isDeprecation ? 'discouragedFrom' : 'effective'), <time key="e" className="num" dateTime={entry.effective_at}>{momentOf(entry.effective_at)}</time>],
          entry.sunset_at === null ? null : [t('ends'), <time key="s" className="num zhu" dateTime={entry.sunset_at}>{momentOf(entry.sunset_at)}</time>],
          entry.calls.length ? [t('calls'), <span key="c" className="id cl-c">{entry.calls.map((call) => <code key={call}>{call}</code>)}</span>] : null,
          entry.successor === null ? null : [t('instead'), <code key="i" className="id">{entry.successor}</code>],
        ]}
      />
    </div>
  );
};
