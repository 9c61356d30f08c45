'use client';
import { api, type FilingVersion } from '@inkproof/contract';
import { Button, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

interface CommentFormProps {
  side: 'tenant' | 'provider';
  filingId: FilingVersion['filing']['id'];
  versionId: FilingVersion['id'];
}

/** A word to the other side. */
export const CommentForm = ({ side, filingId, versionId }: CommentFormProps) => {
  const t = useTranslations('filings');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const words = String(new FormData(form).get('words')).trim();
    if (!words) return form.querySelector('textarea')?.focus();
    const body = { words };
    if (!(await send(() => (side === 'tenant' ? browserApi(api.filings.comment, { params: { id: filingId, version: versionId }, body }) : browserApi(api.adminFilings.comment, { params: { version: versionId }, body }))))) return;
    form.reset();
    say(t('commented'));
    router.refresh();
  };
  return (
    <form className="fl-form mt-4" onSubmit={(event) => void submit(event)}>
      <ProblemBar problem={problem} />
      <textarea className="in" name="words" rows={3} maxLength={2_000} aria-label={t('commentLabel')} placeholder={t('commentLabel')} />
      <div>
        <Button type="submit" busy={busy}>
          {t('comment')}
        </Button>
      </div>
    </form>
  );
};
