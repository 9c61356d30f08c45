'use client';
import { api, type Delivery, type Webhook } from '@inkproof/contract';
import { IconButton, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';

/** Sends one message again. */
export const Redeliver = ({ webhookId, id, label }: { webhookId: Webhook['id']; id: Delivery['id']; label: string }) => {
  const t = useTranslations('webhooks');
  const router = useRouter();
  const say = useToast();
  const { busy, send } = useSend();
  const again = async () => {
    const done = await send(() => browserApi(api.webhooks.redeliver, { params: { id: webhookId, delivery: id } }));
    say(t(done ? 'redelivered' : 'notDone'), done ? undefined : 'zhu');
    router.refresh();
  };
  return <IconButton icon="again" label={label} disabled={busy} onClick={() => void again()} />;
};
