'use client';
import { api, type Deletion } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

/** Takes a deletion back that has not begun. */
export const CancelDeletion = ({ id }: Pick<Deletion, 'id'>) => {
  const t = useTranslations('retention.cancel');
  const { busy, problem, asking, ask, close, act } = useAct();
  return (
    <>
      <Button size="s" onClick={() => ask('it')}>
        {t('act')}
      </Button>
      {asking ? (
        <FormDialog
          title={t('title')}
          lede={t('lede')}
          submit={t('act')}
          busy={busy}
          problem={problem}
          onClose={close}
          onSubmit={(event) => {
            event.preventDefault();
            void act(() => browserApi(api.deletions.cancel, { params: { id } }), t('done'));
          }}
        />
      ) : null}
    </>
  );
};
