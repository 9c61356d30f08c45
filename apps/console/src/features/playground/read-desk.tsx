'use client';
import type { Job, Recognition } from '@inkproof/contract';
import { LinkedWords, linesOf, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { callSamples, type SampleCall } from './call-samples';
import { PicturePane } from './picture-pane';
import { ResultPane } from './result-pane';
import { usePagePicture } from './use-page-picture';
import type { Picture } from './use-reading';

interface ReadDeskProps {
  picture: Picture;
  recognition: Recognition;
  job: Job;
  password: string;
  call: Omit<SampleCall, 'fileName'>;
}

/** The page with its boxes and the text beside it, linked both ways. */
export const ReadDesk = ({ picture, recognition, job, password, call }: ReadDeskProps) => {
  const t = useTranslations('playground');
  const say = useToast();
  const [pageAt, setPageAt] = useState(0);
  const page = recognition.pages[pageAt];
  const lines = useMemo(() => (page ? linesOf(page) : []), [page]);
  const samples = useMemo(() => callSamples({ ...call, fileName: picture.file.name }), [call, picture]);
  const shown = usePagePicture(picture, page, password);
  if (!page) return null;
  return (
    <LinkedWords className="pg" onCopied={(word) => say(t('copiedWord', { word }))}>
      <PicturePane key={page.number} page={page} at={pageAt} pages={recognition.pages.length} onPage={setPageAt} lines={lines} picture={shown} name={picture.file.name} />
      <ResultPane recognition={recognition} job={job} page={page} lines={lines} name={picture.file.name} samples={samples} />
    </LinkedWords>
  );
};
