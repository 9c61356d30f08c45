'use client';
import { api, type ReviewedFiling } from '@inkproof/contract';
import { Button, Tick, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

const verdicts = ['accept', 'correct', 'refuse'] as const;
type Verdict = (typeof verdicts)[number];

/** What the provider answers. It stands for the text as it was read here. */
export const DecideBar = ({ version, reviewer }: { version: ReviewedFiling; reviewer: string }) => {
  const t = useTranslations('filings');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  const [verdict, setVerdict] = useState<Verdict>('accept');
  const [isMissing, setMissing] = useState(false);
  const needsWords = verdict !== 'accept';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const words = String(new FormData(form).get('words')).trim();
    setMissing(needsWords && !words);
    if (needsWords && !words) return form.querySelector<HTMLInputElement>('[name=words]')?.focus();
    const params = { version: version.id };
    const { text_sha256 } = version;
    const done = await send(() =>
      verdict === 'accept'
        ? browserApi(api.adminFilings.accept, { params, body: { text_sha256, ...(words && { words }) } })
        : browserApi(verdict === 'correct' ? api.adminFilings.requestCorrection : api.adminFilings.refuse, { params, body: { text_sha256, words } }),
    );
    if (!done) return;
    say(t(`decided.${verdict}`));
    router.refresh();
  };
  return (
    <form className="rv-d" onSubmit={(event) => void submit(event)}>
      <ProblemBar problem={problem} />
      <fieldset className="rv-f">
        <legend className="h3">{t('verdict')}</legend>
        {verdicts.map((one) => (
          <Tick key={one} type="radio" name="verdict" checked={verdict === one} onChange={() => setVerdict(one)}>
            {t(`verdicts.${one}`)}
          </Tick>
        ))}
      </fieldset>
      <input className="in" name="words" maxLength={2_000} aria-label={t('wordsToTenant')} aria-invalid={isMissing || undefined} placeholder={t(needsWords ? 'wordsNeeded' : 'wordsToTenant')} autoComplete="off" />
      <Button tone="ink" type="submit" busy={busy}>
        {t('deliver')}
      </Button>
      <p className="rv-s">{t('reviewedBy', { name: reviewer })}</p>
    </form>
  );
};
