'use client';
import { api, type Factor } from '@inkproof/contract';
import { ConfirmDialog, IconButton, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

export const RemoveFactor = ({ id, name, isLast }: Pick<Factor, 'id' | 'name'> & { isLast: boolean }) => {
  const t = useTranslations('security');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    forget();
  };
  const remove = async () => {
    if (!(await send(() => browserApi(api.factors.remove, { params: { id } })))) return;
    close();
    say(t('removed', { name }));
    router.refresh();
  };
  return (
    <>
      <IconButton icon="close" label={t('remove', { name })} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onClose={close}
        onConfirm={() => void remove()}
        busy={busy}
        title={t('removeTitle', { name })}
        phrase={name}
        words={{ type: t.rich('removeType', { name, b: (words) => <b>{words}</b> }), confirm: t('removeDo'), cancel: common('cancel'), busy: t('removing') }}
      >
        {t(isLast ? 'removeLastBody' : 'removeBody')}
        {problem ? (
          <div className="mt-4">
            <ProblemBar problem={problem} />
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
};
