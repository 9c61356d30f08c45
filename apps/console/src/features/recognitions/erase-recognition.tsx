'use client';
import { api, type Recognition } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useAct } from '../dialogs/use-act';

/** Erases one recognition now and for good, after a typed confirmation. */
export const EraseRecognition = ({ id }: Pick<Recognition, 'id'>) => {
  const t = useTranslations('retention.eraseOne');
  const common = useTranslations('common');
  const router = useRouter();
  const { busy, problem, send, asking, ask, close, done } = useAct();
  const phrase = id.slice(-6);
  const erase = async () => {
    if (!(await send(() => browserApi(api.recognitions.erase, { params: { id } })))) return;
    // Its own page has nothing left to show.
    router.replace('/recognitions');
    done(t('done'));
  };
  return (
    <>
      <Button icon="trash" onClick={() => ask('it')}>
        {t('act')}
      </Button>
      <ConfirmAct open={asking !== null} onClose={close} onConfirm={() => void erase()} busy={busy} problem={problem} title={t('title')} phrase={phrase} words={{ type: t.rich('type', { id: phrase, b: (words) => <b className="mono">{words}</b> }), confirm: t('confirm'), cancel: common('cancel'), busy: common('saving') }}>
        {t('body')}
      </ConfirmAct>
    </>
  );
};
