'use client';
import { api, type IssuedKey } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { KeyForm } from './key-form';
import { KeySecret } from './key-secret';

/** From the button to the secret in the hands of whoever asked for it. */
export const IssueKey = ({ apiUrl }: { apiUrl: string }) => {
  const t = useTranslations('keys');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const done = () => {
    setIssued(null);
    router.refresh();
    // What had the focus before the secret was the form, which is gone by now.
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      <Button ref={button} tone="ink" icon="plus" onClick={() => setAsking(true)}>
        {t('issue')}
      </Button>
      {asking ? (
        <KeyForm
          onClose={() => setAsking(false)}
          save={async (body) => {
            setIssued(await browserApi(api.keys.issue, { body }));
            setAsking(false);
          }}
        />
      ) : null}
      {issued ? <KeySecret issued={issued} title={t('issued')} apiUrl={apiUrl} onDone={done} /> : null}
    </>
  );
};
