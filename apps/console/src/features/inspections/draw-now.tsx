'use client';
import { api, type InspectionForStaff } from '@inkproof/contract';
import { Button, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

/** Opens the seed and draws. */
export const DrawNow = ({ id }: Pick<InspectionForStaff, 'id'>) => {
  const t = useTranslations('inspections');
  const [router, say] = [useRouter(), useToast()];
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const draw = async () => {
    if (!(await send(() => browserApi(api.adminInspections.draw, { params: { id } })))) return;
    say(t('drawn'));
    router.refresh();
  };
  return (
    <Button tone="ink" busy={busy} onClick={() => void draw()}>
      {t('drawAct')}
    </Button>
  );
};
