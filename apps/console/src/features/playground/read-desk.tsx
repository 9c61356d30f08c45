'use client';
import type { Recognition } from '@inkproof/contract';
import { LinkedWords, linesOf, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { callSamples, type SampleCall } from './call-samples';
import { PicturePane } from './picture-pane';
import { ResultPane } from './result-pane';
import type { Picture } from './use-recognition';

/** The picture with its boxes and the text beside it, linked both ways. */
export const ReadDesk = ({ picture, recognition, call }: { picture: Picture; recognition: Recognition; call: Omit<SampleCall, 'fileName'> }) => {
  const t = useTranslations('playground');
  const say = useToast();
  const [pageAt, setPageAt] = useState(0);
  const page = recognition.pages[pageAt];
  const lines = useMemo(() => (page ? linesOf(page) : []), [page]);
  const samples = useMemo(() => callSamples({ ...call, fileName: picture.file.name }), [call, picture]);
  if (!page) return null;
  return (
    <LinkedWords className="pg" onCopied={(word) => say(t('copiedWord', { word }))}>
      <PicturePane page={page} pages={recognition.pages.length} onPage={setPageAt} lines={lines} picture={pageAt === 0 ? picture.address : undefined} name={picture.file.name} />
      <ResultPane recognition={recognition} lines={lines} name={picture.file.name} samples={samples} />
    </LinkedWords>
  );
};
