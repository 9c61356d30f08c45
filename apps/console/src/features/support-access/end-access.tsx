'use client';
import { api, type SupportAccess } from '@inkproof/contract';
import { Button, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

/** Ends an access at once: a tenant any to its data, staff their own. */
export const EndAccess = ({ id, side }: Pick<SupportAccess, 'id'> & { side: 'tenant' | 'provider' }) => {
  const t = useTranslations('supportAccess');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const end = async () => {
    if (!(await send(() => browserApi(side === 'tenant' ? api.supportAccesses.end : api.adminSupport.end, { params: { id } })))) return;
    say(t('ended'));
    router.refresh();
  };
  return (
    <Button size="s" tone="zhu" busy={busy} onClick={() => void end()}>
      {t(busy ? 'ending' : 'end')}
    </Button>
  );
};
