'use client';
import { api, type FilingVersion } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

/** Throws a draft away that was never handed in. */
export const DiscardDraft = ({ version }: { version: FilingVersion }) => {
  const t = useTranslations('filings');
  const router = useRouter();
  const { busy, problem, asking, ask, close, act } = useAct();
  const discard = async () => {
    if (await act(() => browserApi(api.filings.discard, { params: { id: version.filing.id } }), t('discarded'))) router.push('/filings');
  };
  return (
    <>
      <Button tone="quiet" onClick={() => ask('it')}>
        {t('discard')}
      </Button>
      {asking ? (
        <FormDialog
          title={t('discardTitle', { number: version.number })}
          lede={t('discardLede')}
          submit={t('discard')}
          busy={busy}
          problem={problem}
          onClose={close}
          onSubmit={(event) => {
            event.preventDefault();
            void discard();
          }}
        />
      ) : null}
    </>
  );
};
