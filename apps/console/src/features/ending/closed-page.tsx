import type { ServiceEnd } from '@inkproof/contract';
import { SealMark } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { SignOut } from '../account/sign-out';
import { LocaleButton } from '../preferences/locale-button';

/** All that is left to be seen of a tenant whose service ended and whose time to read is over, and the way out. */
export const ClosedPage = ({ end, tenant }: { end: ServiceEnd; tenant: string }) => {
  const t = useTranslations('ending.closed');
  return (
    <main className="fault-page" id="content">
      <SealMark size={40} label={useTranslations('common')('product')} />
      <h1>{t('title', { tenant })}</h1>
      <p>{t('body', { day: end.last_day })}</p>
      <p className="row">
        <SignOut />
        <LocaleButton />
      </p>
    </main>
  );
};
