'use client';
import { useEffect, useState } from 'react';
import { Button } from './button.js';
import { copyText } from './copy-text.js';
import { Icon } from './icon.js';

export interface CopyWords {
  copy: string;
  copied: string;
}

const SHOWN_MS = 1800;

/** Copies, and shows for a moment that it did. With `named` the word stands on the button, else only the drawing. */
export const CopyButton = ({ text, words, named }: { text: string; words: CopyWords; named?: boolean }) => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => setCopied(await copyText(text));
  const word = copied ? words.copied : words.copy;
  return (
    <>
      {named ? (
        <Button size="s" icon={copied ? 'check' : 'copy'} onClick={copy}>
          {word}
        </Button>
      ) : (
        <button type="button" className="ib" aria-label={words.copy} title={word} onClick={copy}>
          <Icon name={copied ? 'check' : 'copy'} />
        </button>
      )}
      <span className="vh" role="status">
        {copied ? words.copied : ''}
      </span>
    </>
  );
};
