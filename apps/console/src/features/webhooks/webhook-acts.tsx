'use client';
import { api, type Webhook, type WebhookWithSecret } from '@inkproof/contract';
import { Button, IconButton, Menu, MenuItem, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useSend } from '../faults/use-send';
import { WebhookForm } from './webhook-form';
import { WebhookSecret } from './webhook-secret';

type Asking = 'change' | 'rotate' | 'remove' | null;

/** What can be done with one webhook: test it, change it, switch it off, give it a new secret, remove it. */
export const WebhookActs = ({ webhook }: { webhook: Webhook }) => {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [asking, setAsking] = useState<Asking>(null);
  const [rotated, setRotated] = useState<WebhookWithSecret | null>(null);
  const wanted = useRef<Asking>(null);
  const { id, label, enabled } = webhook;
  const close = () => (setAsking(null), forget());
  const act = async (work: () => Promise<unknown>, said: string) => {
    const done = await send(work);
    say(done ? said : t('notDone'), done ? undefined : 'zhu');
    if (done) router.refresh();
    return done;
  };
  const rotate = () => send(async () => setRotated(await browserApi(api.webhooks.rotate, { params: { id } }))).then((done) => done && close());
  const remove = async () => {
    if (await act(() => browserApi(api.webhooks.remove, { params: { id } }), t('removed', { label }))) router.push('/webhooks');
  };
  const confirming = { open: true, onClose: close, busy, problem, phrase: label } as const;
  const typed = { type: t.rich('typeLabel', { label, b: (words) => <b>{words}</b> }), cancel: common('cancel'), busy: common('saving') };
  return (
    <>
      <Button icon="upload" busy={busy} onClick={() => void act(() => browserApi(api.webhooks.test, { params: { id } }), t('tested'))}>
        {t('test')}
      </Button>
      <Menu onClosed={() => (setAsking(wanted.current), (wanted.current = null))} trigger={<IconButton icon="dots" label={t('more', { label })} />}>
        <MenuItem icon="page" onSelect={() => (wanted.current = 'change')}>
          {t('change')}
        </MenuItem>
        <MenuItem icon={enabled ? 'minus' : 'check'} onSelect={() => void act(() => browserApi(api.webhooks.change, { params: { id }, body: { enabled: !enabled } }), t(enabled ? 'switchedOff' : 'switchedOn'))}>
          {t(enabled ? 'switchOff' : 'switchOn')}
        </MenuItem>
        <MenuItem icon="again" onSelect={() => (wanted.current = 'rotate')}>
          {t('rotate')}
        </MenuItem>
        <MenuItem icon="close" tone="zhu" onSelect={() => (wanted.current = 'remove')}>
          {t('remove')}
        </MenuItem>
      </Menu>
      {asking === 'change' ? (
        <WebhookForm
          title={t('changeTitle')}
          confirm={common('save')}
          start={webhook}
          onClose={close}
          onWish={async (body) => {
            await browserApi(api.webhooks.change, { params: { id }, body });
            close();
            router.refresh();
          }}
        />
      ) : null}
      {asking === 'rotate' ? (
        <ConfirmAct {...confirming} onConfirm={() => void rotate()} title={t('rotateTitle', { label })} words={{ ...typed, confirm: t('rotateDo') }}>
          {t('rotateBody')}
        </ConfirmAct>
      ) : null}
      {asking === 'remove' ? (
        <ConfirmAct {...confirming} onConfirm={() => void remove()} title={t('removeTitle', { label })} words={{ ...typed, confirm: t('removeDo') }}>
          {t('removeBody')}
        </ConfirmAct>
      ) : null}
      {rotated ? <WebhookSecret webhook={rotated} title={t('rotated')} onDone={() => (setRotated(null), router.refresh())} /> : null}
    </>
  );
};
