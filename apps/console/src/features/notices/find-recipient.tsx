'use client';
import { api } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { textOf } from '../dialogs/text-of';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';
import { ledgerHref, type LedgerQuery } from './ledger-query';

/** Narrows the list to what went to one address. It is asked for in a body and stands in no address itself; the person's id does. */
export const FindRecipient = ({ query }: { query: LedgerQuery }) => {
  const t = useTranslations('notices.recipient');
  const router = useRouter();
  const [isNobody, setNobody] = useState(false);
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const find = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = textOf(new FormData(event.currentTarget), 'email');
    await send(async () => {
      const { items } = await browserApi(api.adminNotices.recipient, { body: { email } });
      setNobody(!items.length);
      if (items[0]) router.push(ledgerHref('deliveries', { ...query, person: items[0].id }));
    });
  };
  return (
    <form className="ln-r" onSubmit={(event) => void find(event)}>
      <TextField label={t('label')} name="email" type="email" required maxLength={254} autoComplete="off" spellCheck={false} hint={t('hint')} error={isNobody && t('nobody')} onChange={() => setNobody(false)} />
      <Button type="submit" busy={busy}>
        {t('find')}
      </Button>
    </form>
  );
};
