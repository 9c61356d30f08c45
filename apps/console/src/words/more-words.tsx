'use client';
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { mergeWords, type Words } from './pick-words';

/** Adds words to those that stand further out. A provider of next-intl's own would put its words in their place. */
export const MoreWords = ({ words, children }: { words: Words; children: ReactNode }) => {
  const before = useMessages();
  const messages = useMemo(() => mergeWords(before, words), [before, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
};
