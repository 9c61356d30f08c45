import './changelog.css';
import type { EditedEntry } from '@inkproof/contract';
import { Facts, Mast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { EntryActs } from './entry-acts';
import { EntryTags, EntryText } from './entry-text';
import { wordsFor } from '../../words/words-for';

/** One entry as staff see it. */
export const AdminEntryPage = ({ entry, mayKeep }: { entry: EditedEntry; mayKeep: boolean }) => {
  const t = useTranslations('changelog');
  const locale = useLocale();
  return (
    <main className="main">
      <Mast title={wordsFor(locale, entry.title)} lede={<EntryTags entry={entry} />} actions={mayKeep ? <EntryActs entry={entry} /> : null} />
      <EntryText entry={entry} />
      <Facts entries={[[t('column.state'), entry.published_at ? t('publishedOn', { at: momentOf(entry.published_at) }) : t('isDraft')], [t('column.told'), <span key="t" className="num">{entry.told}</span>]]} />
    </main>
  );
};
