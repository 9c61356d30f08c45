'use client';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';

interface ComposerProps {
  label: string;
  place: string;
  words: string;
  onWords: (words: string) => void;
  onSend?: () => void;
  /** What stands beside the switch between writing and looking. */
  tools?: ReactNode;
}

/** Where words are written in Markdown, and can be looked at as both sides will see them. */
export const Composer = ({ label, place, words, onWords, onSend, tools }: ComposerProps) => {
  const t = useTranslations('tickets.composer');
  // As HTML, by what shows messages on the server; fetched when somebody first looks.
  const [looked, setShown] = useState<string | null>(null);
  // Once it is sent there is nothing to look at.
  const shown = words.trim() ? looked : null;
  const look = async () => {
    const { htmlOf } = await import('./markdown');
    setShown(htmlOf(words));
  };
  return (
    <>
      {shown === null ? (
        <textarea
          className="in"
          rows={3}
          maxLength={20_000}
          aria-label={label}
          placeholder={place}
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSend?.();
          }}
        />
      ) : (
        <div className="tk-preview tk-words" role="region" aria-label={t('preview')} dangerouslySetInnerHTML={{ __html: shown }} />
      )}
      <div className="row wrap">
        <Button size="s" tone="quiet" icon={shown === null ? 'page' : 'left'} blocked={shown === null && !words.trim()} onClick={() => (shown === null ? void look() : setShown(null))}>
          {t(shown === null ? 'preview' : 'write')}
        </Button>
        {tools}
        <span className="small dim only-l">{t('hint')}</span>
      </div>
    </>
  );
};
