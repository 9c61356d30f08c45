'use client';
import { api, type ApiKey } from '@inkproof/contract';
import { ConfirmDialog, copyText, IconButton, Menu, MenuItem, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { KeyForm } from './key-form';
import { RotateKey } from './rotate-key';

type Asking = 'change' | 'rotate' | 'revoke' | null;

/** What can be done with one key: copy its id, and, by whoever may, change it, give it a successor, revoke it for good. */
export const KeyMenu = ({ of, mayKeep, apiUrl }: { of: ApiKey; mayKeep: boolean; apiUrl: string }) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [asking, setAsking] = useState<Asking>(null);
  const wanted = useRef<Asking>(null);
  const { id, label, hint, state } = of;
  const isUsable = mayKeep && (state === 'active' || state === 'retiring');
  const close = () => (setAsking(null), forget());
  const saved = (said: string) => {
    close();
    say(said);
    router.refresh();
  };
  const copy = async () => {
    const copied = await copyText(id);
    say(t(copied ? 'idCopied' : 'idNotCopied'), copied ? undefined : 'zhu');
  };
  const revoke = async () => {
    if (await send(() => browserApi(api.keys.revoke, { params: { id } }))) saved(t('revokedNow', { label }));
  };
  return (
    <>
      <Menu onClosed={() => (setAsking(wanted.current), (wanted.current = null))} trigger={<IconButton icon="dots" label={t('more', { label })} />}>
        {isUsable ? (
          <MenuItem icon="page" onSelect={() => (wanted.current = 'change')}>
            {t('change')}
          </MenuItem>
        ) : null}
        {isUsable && state === 'active' ? (
          <MenuItem icon="again" onSelect={() => (wanted.current = 'rotate')}>
            {t('rotate')}
          </MenuItem>
        ) : null}
        <MenuItem icon="copy" onSelect={() => void copy()}>
          {t('copyId')}
        </MenuItem>
        {isUsable ? (
          <MenuItem icon="close" tone="zhu" onSelect={() => (wanted.current = 'revoke')}>
            {t('revoke')}
          </MenuItem>
        ) : null}
      </Menu>
      {asking === 'change' ? (
        <KeyForm
          of={of}
          onClose={close}
          save={async ({ environment: _, ...body }) => {
            await browserApi(api.keys.change, { params: { id }, body });
            saved(t('changedNow', { label: body.label }));
          }}
        />
      ) : null}
      {asking === 'rotate' ? <RotateKey of={of} apiUrl={apiUrl} onClose={close} onDone={() => saved(t('rotatedNow', { label }))} /> : null}
      <ConfirmDialog
        open={asking === 'revoke'}
        onClose={close}
        onConfirm={() => void revoke()}
        busy={busy}
        title={t('revokeTitle', { label })}
        phrase={label}
        words={{ type: <span className="key-a">{t.rich('revokeType', { label, b: (words) => <b>{words}</b> })}</span>, confirm: t('revokeDo'), cancel: common('cancel'), busy: t('revoking') }}
      >
        {t.rich('revokeBody', { hint, id: (words) => <span className="id">{words}</span> })}
        {problem ? (
          <div className="mt-4">
            <ProblemBar problem={problem} />
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
};
