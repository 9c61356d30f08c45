'use client';
import { api, type ApiKey } from '@inkproof/contract';
import { ConfirmDialog, copyText, IconButton, Menu, MenuItem, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** What can be done with one key: copy its id, and, by whoever may, revoke it for good. */
export const KeyMenu = ({ id, label, hint, mayRevoke }: Pick<ApiKey, 'id' | 'label' | 'hint'> & { mayRevoke: boolean }) => {
  const t = useTranslations('keys');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [asking, setAsking] = useState(false);
  const wantsRevoke = useRef(false);
  const menuClosed = () => {
    if (wantsRevoke.current) setAsking(true);
    wantsRevoke.current = false;
  };
  const close = () => {
    setAsking(false);
    forget();
  };
  const copy = async () => {
    const copied = await copyText(id);
    say(t(copied ? 'idCopied' : 'idNotCopied'), copied ? undefined : 'zhu');
  };
  const revoke = async () => {
    if (!(await send(() => browserApi(api.keys.revoke, { params: { id } })))) return;
    close();
    say(t('revokedNow', { label }));
    router.refresh();
  };
  return (
    <>
      <Menu onClosed={menuClosed} trigger={<IconButton icon="dots" label={t('more', { label })} />}>
        <MenuItem icon="copy" onSelect={() => void copy()}>
          {t('copyId')}
        </MenuItem>
        {mayRevoke ? (
          <MenuItem icon="close" tone="zhu" onSelect={() => (wantsRevoke.current = true)}>
            {t('revoke')}
          </MenuItem>
        ) : null}
      </Menu>
      <ConfirmDialog
        open={asking}
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
