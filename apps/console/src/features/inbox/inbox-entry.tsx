'use client';
import { api, topicOf, type InboxNotice } from '@inkproof/contract';
import { buttonClass, Tag } from '@inkproof/ui';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode, type ToggleEvent } from 'react';
import { browserApi } from '../../browser-api';
import { wordsFor } from '../../words/words-for';

/** One notice. Opening it is reading it; in a list of what is unread it stays until it is closed again. */
export const InboxEntry = ({ entry, stays, when }: { entry: InboxNotice; stays: boolean; when: ReactNode }) => {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const router = useRouter();
  const [isRead, setRead] = useState(entry.read_at !== null);
  const toggle = async ({ currentTarget: { open } }: ToggleEvent<HTMLDetailsElement>) => {
    if (!open) return isRead && !stays ? router.refresh() : undefined;
    if (isRead) return;
    // One that could not be marked stays unread, and says so by its dot.
    const read = await browserApi(api.inbox.read, { params: { id: entry.id } }).catch(() => null);
    if (!read) return;
    setRead(true);
    if (stays) router.refresh();
  };
  return (
    <li className={clsx(!isRead && 'nt-new')}>
      <details onToggle={(event) => void toggle(event)}>
        <summary className="nt-s">
          {isRead ? <span /> : <span className="dot dot-zhu" role="img" aria-label={t('unread')} />}
          <span className="nm">{wordsFor(locale, entry.title)}</span>
          <span className="nt-topic">
            <Tag>{t(`topic.${topicOf(entry.kind)}`)}</Tag>
          </span>
          {when}
        </summary>
        <div className="nt-b">
          {wordsFor(locale, entry.paragraphs).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <Link className={buttonClass({ size: 's' })} href={entry.link}>
            {t('more')}
          </Link>
        </div>
      </details>
    </li>
  );
};
