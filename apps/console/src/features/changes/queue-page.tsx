import './changes.css';
import { buttonClass, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { ChangeList } from './changes-page';

/** Change notices of all tenants, for whoever decides on them. */
export const QueuePage = ({ waiting, overdue, ...list }: Omit<ComponentProps<typeof ChangeList>, 'side' | 'base'> & { waiting: number; overdue: number }) => {
  const t = useTranslations('changes');
  return (
    <main className="main">
      <Mast
        title={t('queue')}
        lede={t('queueLede', { waiting, overdue })}
        actions={
          <Link className={buttonClass()} href="/admin/working-days">
            {t('days.title')}
          </Link>
        }
      />
      <ChangeList {...list} side="provider" base="/admin/changes" />
    </main>
  );
};
