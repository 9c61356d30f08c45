'use client';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** The password of an encrypted document, used for one call. */
export const PasswordField = ({ onUnlock }: { onUnlock: (password: string) => void }) => {
  const t = useTranslations('playground');
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    if (password) onUnlock(password);
  };
  return (
    <form onSubmit={submit} className="pg-u">
      <TextField label={t('password')} name="password" type="password" hint={t('passwordHint')} maxLength={256} autoComplete="off" autoFocus />
      <Button type="submit" tone="ink" icon="key">
        {t('unlock')}
      </Button>
    </form>
  );
};
