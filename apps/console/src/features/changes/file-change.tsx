'use client';
import { Bar, Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ChangeForm, type FormProps } from './change-form';
import { forgetBegun, startOf, type Begun } from './draft';

/** Gives notice of a change. Whoever left the page before it was filed finds what they had written. */
export const FileChange = ({ asked, ...form }: FormProps & { /** What the address asks for. */ asked: string | undefined }) => {
  const t = useTranslations('changes.draft');
  const { whose } = form;
  const [start, setStart] = useState<{ round: number; begun: Partial<Begun>; isResumed: boolean }>({ round: 0, begun: { ...(asked && { subject: asked }) }, isResumed: false });
  useEffect(() => {
    const found = startOf(whose, asked);
    if (found) setStart(({ round }) => ({ round: round + 1, begun: found.begun, isResumed: found.from === 'left' }));
  }, [whose, asked]);
  const anew = () => {
    forgetBegun(whose);
    setStart(({ round }) => ({ round: round + 1, begun: {}, isResumed: false }));
  };
  return (
    <>
      {start.isResumed ? (
        <Bar title={t('title')} live="polite" action={<Button size="s" onClick={anew}>{t('anew')}</Button>}>
          {t('body')}
        </Bar>
      ) : null}
      <ChangeForm key={start.round} {...form} begun={start.begun} />
    </>
  );
};
