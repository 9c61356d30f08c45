'use client';
import type { Capabilities, Limits } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHead } from './desk-head';
import { EmptyDesk } from './empty-desk';
import type { DeclarableFiling } from './personal-choice';
import { ReadDesk } from './read-desk';
import { fieldsOf, openWish } from './reading-wish';
import { RefusedDesk } from './refused-desk';
import { SendingDesk } from './sending-desk';
import { UndeclaredNotice } from './undeclared-notice';
import { useDroppedFile } from './use-dropped-file';
import { useReading } from './use-reading';

export interface DeskProps {
  limits: Limits;
  capabilities: Capabilities;
  filings: readonly DeclarableFiling[];
  samples: string[];
  apiUrl: string;
}

/** Holds what lies on the desk and how it is to be read. A file begins to be read the moment it arrives. */
export const PlaygroundDesk = ({ limits, capabilities, filings, samples, apiUrl }: DeskProps) => {
  const t = useTranslations('playground');
  const [wish, setWish] = useState(openWish);
  const { desk, read, again, cancel } = useReading(limits.upload.max_bytes);
  const accept = limits.upload.media_types;
  // A password belongs to one file; the next one is opened without it.
  const take = (file: File) => {
    const fresh = { ...wish, password: '' };
    setWish(fresh);
    void read(file, fresh);
  };
  const unlock = (password: string) => {
    const knowing = { ...wish, password };
    setWish(knowing);
    void again(desk, knowing);
  };
  const isOver = useDroppedFile(take);
  const { password: _password, ...fields } = fieldsOf(wish);
  const call = { apiUrl, fields };
  return (
    <main className="main main-wide pg-main">
      <DeskHead desk={desk} accept={accept} capabilities={capabilities} filings={filings} wish={wish} onWish={setWish} onFile={take} onAgain={() => void again(desk, wish)} />
      {desk.state === 'read' ? <UndeclaredNotice information={desk.recognition.personal_information} /> : null}
      {desk.state === 'empty' ? <EmptyDesk limits={limits} samples={samples} onFile={take} call={call} /> : null}
      {desk.state === 'sending' || desk.state === 'reading' ? <SendingDesk picture={desk.picture} sentShare={desk.state === 'sending' ? desk.sentShare : 1} job={desk.state === 'reading' ? desk.job : null} onCancel={cancel} /> : null}
      {desk.state === 'refused' ? <RefusedDesk picture={desk.picture} problem={desk.problem} accept={accept} onAgain={() => void again(desk, wish)} onUnlock={unlock} onFile={take} /> : null}
      {desk.state === 'read' ? <ReadDesk key={desk.recognition.id} picture={desk.picture} recognition={desk.recognition} job={desk.job} password={wish.password} call={call} /> : null}
      {isOver ? (
        <div className="pg-over" aria-hidden="true">
          {t('release')}
        </div>
      ) : null}
    </main>
  );
};
