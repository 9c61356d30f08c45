'use client';
import { api, type Authorization } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useAct } from '../dialogs/use-act';

/** Takes a person's word back, after a typed confirmation: there is no way to give it again in their name. */
export const WithdrawAuthorisation = ({ id, onDone }: { id: Authorization['id']; onDone?: (() => void) | undefined }) => {
  const t = useTranslations('authorisations.withdraw');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  const withdraw = async () => {
    if (await act(() => browserApi(api.authorizations.withdraw, { params: { id } }), t('done'))) onDone?.();
  };
  return (
    <>
      <Button size="s" onClick={() => ask('it')}>
        {t('act')}
      </Button>
      {asking ? (
        <ConfirmAct open onClose={close} busy={busy} problem={problem} phrase={t('phrase')} onConfirm={() => void withdraw()} title={t('title')} words={{ type: t.rich('type', { b: (words) => <b>{words}</b> }), confirm: t('act'), cancel: common('cancel'), busy: common('saving') }}>
          {t('body')}
        </ConfirmAct>
      ) : null}
    </>
  );
};
