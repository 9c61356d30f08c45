'use client';
import { filingClauses, type FilingSpan } from '@inkproof/contract';
import { Button, IconButton } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { StepProps } from './step';
import { MarkedText } from './marked-text';
import { selectedIn } from './selection';

const wordsAt = (text: string, { begins, ends }: FilingSpan): string => [...text].slice(begins, ends).join('');

/** Marks what the text states: select words, then say whether they are (a), (b) or (c). */
export const MarksStep = ({ version, save }: StepProps) => {
  const t = useTranslations('filings');
  const sheet = useRef<HTMLElement>(null);
  const [isHint, setHint] = useState(false);
  const { text, spans, suggestions } = version;
  const put = (next: FilingSpan[]) => void save({ spans: next });
  const mark = (clause: FilingSpan['clause']) => {
    const selected = selectedIn(sheet.current);
    setHint(!selected);
    if (!selected) return;
    window.getSelection()?.removeAllRanges();
    put([...spans.filter((span) => span.clause !== clause || span.ends <= selected.begins || span.begins >= selected.ends), { clause, ...selected }]);
  };
  const byKey = useEffectEvent((event: KeyboardEvent) => {
    const clause = filingClauses.find((one) => one === event.key.toLowerCase());
    if (!clause || event.metaKey || event.ctrlKey || event.altKey || !selectedIn(sheet.current)) return;
    event.preventDefault();
    mark(clause);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => byKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <div>
      <div className="fl-tb">
        <span className="small dim">{t('markAs')}</span>
        {filingClauses.map((clause) => (
          // The selection would be gone with the focus.
          <Button key={clause} size="s" onMouseDown={(event) => event.preventDefault()} onClick={() => mark(clause)}>
            <span className="mk-l">{clause}</span>
            {t(`clause.${clause}`)}
            <span className="kbd">{clause.toUpperCase()}</span>
          </Button>
        ))}
        {isHint ? (
          <span className="small zhu" role="status">
            {t('selectFirst')}
          </span>
        ) : null}
      </div>
      <article className="sheet fl-p" ref={sheet}>
        {text ? <MarkedText text={text} spans={spans} language={version.language} /> : <p className="s13 dim">{t('noText')}</p>}
        <p className="fl-no">
          <span>{t('length', { count: [...text].length })}</span>
          <span className="mono">sha256 {version.text_sha256}</span>
        </p>
      </article>
      {suggestions.length ? (
        <section className="mt-4" aria-label={t('suggestions')}>
          <div className="sec">
            <h2>{t('suggestions')}</h2>
            <div className="right">
              <Button size="s" tone="quiet" onClick={() => put([...spans, ...suggestions])}>
                {t('takeAll')}
              </Button>
            </div>
          </div>
          <ul className="fl-files">
            {suggestions.map((span) => (
              <li key={`${span.clause} ${span.begins}`} className="row btw">
                <span className="grow">
                  <span className="mk-l">{span.clause}</span> {wordsAt(text, span)}
                </span>
                <Button size="s" onClick={() => put([...spans, span])}>
                  {t('take')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {spans.length ? (
        <section className="mt-4" aria-label={t('marked')}>
          <div className="sec">
            <h2>{t('marked')}</h2>
          </div>
          <ul className="fl-files">
            {spans.map((span) => (
              <li key={`${span.clause} ${span.begins}`} className="row btw">
                <span className="grow">
                  <span className="mk-l">{span.clause}</span> {wordsAt(text, span)}
                </span>
                <IconButton icon="close" label={t('unmark')} onClick={() => put(spans.filter((one) => one !== span))} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
};
