'use client';
import type { Limits } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeskHead } from './desk-head';
import { EmptyDesk } from './empty-desk';
import { ReadDesk } from './read-desk';
import { RefusedDesk } from './refused-desk';
import { SendingDesk } from './sending-desk';
import { useDroppedFile } from './use-dropped-file';
import { useRecognition } from './use-recognition';

export interface DeskProps {
  limits: Limits;
  languages: string[];
  samples: string[];
  apiUrl: string;
}

/** Holds what lies on the desk and what it is read with. A picture begins to be read the moment it arrives. */
export const PlaygroundDesk = ({ limits, languages, samples, apiUrl }: DeskProps) => {
  const t = useTranslations('playground');
  const [chosen, setChosen] = useState(languages);
  const { desk, read, again, cancel } = useRecognition(limits.upload.max_bytes);
  const take = (file: File) => void read(file, chosen);
  const isOver = useDroppedFile(take);
  const call = { apiUrl, languages: chosen.length < languages.length ? chosen : undefined };
  return (
    <main className="main main-wide pg-main">
      <DeskHead desk={desk} accept={limits.upload.media_types} languages={languages} chosen={chosen} onChoose={setChosen} onFile={take} onAgain={() => void again(desk, chosen)} />
      {desk.state === 'empty' ? <EmptyDesk limits={limits} samples={samples} onFile={take} call={call} /> : null}
      {desk.state === 'sending' ? <SendingDesk picture={desk.picture} sentShare={desk.sentShare} deadlineMs={limits.deadline_ms} onCancel={cancel} /> : null}
      {desk.state === 'refused' ? <RefusedDesk picture={desk.picture} problem={desk.problem} accept={limits.upload.media_types} onAgain={() => void again(desk, chosen)} onFile={take} /> : null}
      {desk.state === 'read' ? <ReadDesk key={desk.recognition.id} picture={desk.picture} recognition={desk.recognition} call={call} /> : null}
      {isOver ? (
        <div className="pg-over" aria-hidden="true">
          {t('release')}
        </div>
      ) : null}
    </main>
  );
};
