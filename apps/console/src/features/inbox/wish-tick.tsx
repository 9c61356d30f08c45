'use client';
import { api, type NoticeKind, type PersonalChannel } from '@inkproof/contract';
import { Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

/** Whether to be told of a kind on a channel. What a duty asks for is ticked and stays so. */
export const WishTick = ({ kind, channel, told, owed, name }: { kind: NoticeKind; channel: PersonalChannel; told: boolean; owed: boolean; name: string }) => {
  const t = useTranslations('inbox');
  const [isTold, setTold] = useState(told);
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const wish = async (wanted: boolean) => {
    setTold(wanted);
    if (!(await send(() => browserApi(api.inbox.wish, { body: { kind, channel, wanted } })))) setTold(!wanted);
  };
  return (
    <Tick checked={owed || isTold} disabled={owed || busy} aria-label={name} onChange={(event) => void wish(event.currentTarget.checked)}>
      {owed ? <span className="dim s13">{t('owed')}</span> : null}
    </Tick>
  );
};
