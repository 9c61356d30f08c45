'use client';
import { api } from '@inkproof/contract';
import { Button, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { textIn } from '../dialogs/text-of';
import { useAct } from '../dialogs/use-act';
import { lastDayIn, LastDayField, type LastDays } from './last-day-field';

interface Asked {
  last_day: string;
  reason: string | undefined;
}

/** Ends the own service: a last day and why, then the last question. */
export const AnnounceEnd = ({ tenant, days }: { tenant: string; days: LastDays }) => {
  const t = useTranslations('ending.announce');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isUnfit, setUnfit] = useState(false);
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const lastDay = lastDayIn(fields, days);
    setUnfit(!lastDay);
    if (!lastDay) return;
    setAsked({ last_day: lastDay, reason: textIn(fields, 'reason') });
    ask('it');
  };
  return (
    <>
      <form className="en-ask" onSubmit={look} noValidate method="post">
        <LastDayField days={days} hint={t('lastDayHint', { ...days })} isUnfit={isUnfit} />
        <WordsField label={t('reason')} name="reason" maxLength={500} hint={t('reasonHint')} optional={common('optional')} />
        <div>
          <Button type="submit">{t('act')}</Button>
        </div>
      </form>
      {asked && asking ? (
        <ConfirmAct
          open
          onClose={close}
          onConfirm={() => void act(() => browserApi(api.ending.announce, { body: asked }), t('done'))}
          busy={busy}
          problem={problem}
          title={t('title', { day: asked.last_day })}
          phrase={tenant}
          words={{ type: t.rich('type', { tenant, b: (words) => <b>{words}</b> }), confirm: t('confirm'), cancel: common('cancel'), busy: common('saving') }}
        >
          <p>{t('body', { day: asked.last_day })}</p>
          <p className="mt-4">{t('forGood')}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
};
