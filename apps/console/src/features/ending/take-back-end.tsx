'use client';
import { api } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

/** Takes an end back that has not come: the own one, or the provider's of a tenant. */
export const TakeBackEnd = ({ tenantId }: { tenantId?: `ten_${string}` }) => {
  const t = useTranslations('ending.takeBack');
  const { busy, problem, asking, ask, close, act } = useAct();
  const takeBack = () => (tenantId ? browserApi(api.adminEnding.takeBack, { params: { id: tenantId } }) : browserApi(api.ending.takeBack));
  return (
    <>
      <Button tone={tenantId ? undefined : 'ink'} size={tenantId ? 's' : undefined} onClick={() => ask('it')}>
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
            void act(takeBack, t('done'));
          }}
        />
      ) : null}
    </>
  );
};
