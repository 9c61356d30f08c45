import type { InboxNotice } from '@inkproof/contract';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { wordsFor } from '../../words/words-for';

/** Above every page: notices whose mail did not arrive, until they are read. */
export const PinnedNotices = ({ pinned, inbox }: { pinned: readonly InboxNotice[]; inbox: string }) => {
  const t = useTranslations('inbox');
  const locale = useLocale();
  return pinned.map(({ id, title }) => (
    <div key={id} className="strip strip-zhu" role="status">
      <span className="dot dot-zhu" aria-hidden="true" />
      <b>{t('notReached')}</b>
      <span className="grow">{wordsFor(locale, title)}</span>
      <Link className="link nw" href={`${inbox}?show=unread`}>
        {t('readIt')}
      </Link>
    </div>
  ));
};
