'use client';
import { api } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';

export const SignOut = () => {
  const t = useTranslations('shell');
  const leave = async () => {
    // A session that has ended already is as good as ended now.
    await browserApi(api.session.signOut).catch(() => undefined);
    window.location.assign('/sign-in');
  };
  return (
    <Button icon="leave" onClick={() => void leave()}>
      {t('signOut')}
    </Button>
  );
};
