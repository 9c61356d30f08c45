'use client';
import { api, type WebhookWithSecret } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { WebhookForm } from './webhook-form';
import { WebhookSecret } from './webhook-secret';

/** From the button to the secret in the hands of whoever asked for it. */
export const RegisterWebhook = () => {
  const t = useTranslations('webhooks');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [registered, setRegistered] = useState<WebhookWithSecret | null>(null);
  const done = () => {
    if (registered) router.push(`/webhooks/${registered.id}`);
    setRegistered(null);
    router.refresh();
  };
  return (
    <>
      <Button tone="ink" icon="plus" onClick={() => setAsking(true)}>
        {t('register')}
      </Button>
      {asking ? (
        <WebhookForm
          title={t('registerTitle')}
          confirm={t('registerDo')}
          onClose={() => setAsking(false)}
          onWish={async (body) => {
            setRegistered(await browserApi(api.webhooks.create, { body }));
            setAsking(false);
          }}
        />
      ) : null}
      {registered ? <WebhookSecret webhook={registered} title={t('registered')} onDone={done} /> : null}
    </>
  );
};
