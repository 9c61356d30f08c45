'use client';
import { api, type ApiKey } from '@inkproof/contract';
import { copyText, IconButton, Menu, MenuItem, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { browserApi } from '../../browser-api';
import { keepDraft } from '../changes/draft';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useAct } from '../dialogs/use-act';
import { KeyForm } from './key-form';
import { RotateKey } from './rotate-key';

type Asking = 'change' | 'rotate' | 'revoke';

/** What can be done with one key: copy its id, and, by whoever may, change it, give it a successor, revoke it for good. */
export const KeyMenu = ({ of, mayKeep, apiUrl }: { of: ApiKey; mayKeep: boolean; apiUrl: string }) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  const say = useToast();
  const { busy, problem, asking, ask, close, done, act } = useAct<Asking>();
  const wanted = useRef<Asking | null>(null);
  const { id, label, hint, state } = of;
  const isUsable = mayKeep && (state === 'active' || state === 'retiring');
  const copy = async () => {
    const copied = await copyText(id);
    say(t(copied ? 'idCopied' : 'idNotCopied'), copied ? undefined : 'zhu');
  };
  const revoke = () => act(() => browserApi(api.keys.revoke, { params: { id } }), t('revokedNow', { label }));
  return (
    <>
      <Menu onClosed={() => (ask(wanted.current), (wanted.current = null))} trigger={<IconButton icon="dots" label={t('more', { label })} />}>
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
            keepDraft(id, body);
            await browserApi(api.keys.change, { params: { id }, body });
            done(t('changedNow', { label: body.label }));
          }}
        />
      ) : null}
      {asking === 'rotate' ? <RotateKey of={of} apiUrl={apiUrl} onClose={close} onDone={() => done(t('rotatedNow', { label }))} /> : null}
      <ConfirmAct
        open={asking === 'revoke'}
        onClose={close}
        onConfirm={() => void revoke()}
        busy={busy}
        problem={problem}
        title={t('revokeTitle', { label })}
        phrase={label}
        words={{ type: <span className="key-a">{t.rich('revokeType', { label, b: (words) => <b>{words}</b> })}</span>, confirm: t('revokeDo'), cancel: common('cancel'), busy: t('revoking') }}
      >
        {t.rich('revokeBody', { hint, id: (words) => <span className="id">{words}</span> })}
      </ConfirmAct>
    </>
  );
};
