'use client';
import { api, type Factor } from '@inkproof/contract';
import { IconButton } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useAct } from '../dialogs/use-act';

export const RemoveFactor = ({ id, name, isLast }: Pick<Factor, 'id' | 'name'> & { isLast: boolean }) => {
  const t = useTranslations('security');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  return (
    <>
      <IconButton icon="close" label={t('remove', { name })} onClick={() => ask('it')} />
      <ConfirmAct
        open={asking !== null}
        onClose={close}
        onConfirm={() => void act(() => browserApi(api.factors.remove, { params: { id } }), t('removed', { name }))}
        busy={busy}
        problem={problem}
        title={t('removeTitle', { name })}
        phrase={name}
        words={{ type: t.rich('removeType', { name, b: (words) => <b>{words}</b> }), confirm: t('removeDo'), cancel: common('cancel'), busy: t('removing') }}
      >
        {t(isLast ? 'removeLastBody' : 'removeBody')}
      </ConfirmAct>
    </>
  );
};
