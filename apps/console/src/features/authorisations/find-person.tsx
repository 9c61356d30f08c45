'use client';
import { api, type Authorization } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { AuthorisationTable } from './authorisation-table';

/** Shows the authorisations of one person in the place of all, found by the tenant's own reference. It goes in a body, never in an address. */
export const FindPerson = ({ mayKeep, children }: { mayKeep: boolean; children: ReactNode }) => {
  const t = useTranslations('authorisations');
  const { busy, problem, send } = useSend();
  const [subject, setSubject] = useState('');
  const [found, setFound] = useState<readonly Authorization[] | null>(null);
  const find = () => send(async () => setFound((await browserApi(api.authorizations.search, { body: { subject: subject.trim() } })).items));
  if (!mayKeep) return children;
  return (
    <>
      <form
        className="au-find"
        onSubmit={(event) => {
          event.preventDefault();
          if (subject.trim()) void find();
        }}
      >
        <TextField label={t('search.label')} hint={t('search.hint')} value={subject} onChange={(event) => setSubject(event.target.value)} maxLength={128} autoComplete="off" spellCheck={false} />
        <span className="row">
          <Button type="submit" busy={busy}>
            {t('search.go')}
          </Button>
          {found ? <Button onClick={() => (setFound(null), setSubject(''))}>{t('search.clear')}</Button> : null}
        </span>
      </form>
      <ProblemBar problem={problem} />
      {found ? (
        <>
          <p className="sub s13" role="status">
            {t('search.found', { count: found.length })}
          </p>
          {found.length ? <AuthorisationTable authorisations={found} mayKeep onChange={() => void find()} /> : null}
        </>
      ) : (
        children
      )}
    </>
  );
};
