'use client';
import { api, type Filing } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** Begins another version, saying what the newest says. */
export const ReviseFiling = ({ filingId }: { filingId: Filing['id'] }) => {
  const t = useTranslations('filings');
  const router = useRouter();
  const { busy, problem, send } = useSend();
  const begin = () =>
    send(async () => {
      const { id } = await browserApi(api.filings.revise, { params: { id: filingId }, body: {} });
      router.push(`/filings/${filingId}/${id}`);
    });
  return (
    <>
      <ProblemBar problem={problem} />
      <Button tone="ink" icon="plus" busy={busy} onClick={() => void begin()}>
        {t('revise')}
      </Button>
    </>
  );
};
