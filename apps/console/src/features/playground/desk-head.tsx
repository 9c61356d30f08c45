'use client';
import type { Capabilities } from '@inkproof/contract';
import { Button, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { LanguageChoice } from './language-choice';
import type { DeclarableFiling } from './personal-choice';
import { PickButton } from '../picking/pick-button';
import { ReadingOptions } from './reading-options';
import type { ReadingWish } from './reading-wish';
import type { Desk } from './use-reading';

interface DeskHeadProps {
  desk: Desk;
  accept: readonly string[];
  capabilities: Capabilities;
  filings: readonly DeclarableFiling[];
  wish: ReadingWish;
  onWish: (wish: ReadingWish) => void;
  onFile: (file: File) => void;
  onAgain: () => void;
}

/** What lies on the desk, in which state, and what can be done with it. */
export const DeskHead = ({ desk, accept, capabilities, filings, wish, onWish, onFile, onAgain }: DeskHeadProps) => {
  const t = useTranslations('playground');
  const numbers = new Intl.NumberFormat(useLocale());
  return (
    <div className="pg-h">
      <div className="row wrap grow pg-n">
        <h1 className="h1 tr">{desk.state === 'empty' ? t('title') : desk.picture.file.name}</h1>
        {desk.state === 'read' ? (
          <span className="row">
            {desk.recognition.status === 'partial' ? (
              <Tag tone="zhe">{t('partial')}</Tag>
            ) : (
              <Tag tone="lv" icon="check">
                {t('done')}
              </Tag>
            )}
            <span className="small sub nw">{numbers.format(desk.recognition.duration_ms)} ms</span>
          </span>
        ) : null}
        {desk.state === 'refused' ? <Tag tone="zhe">{t('refused')}</Tag> : null}
        {desk.state === 'empty' ? <span className="s13 sub only-l">{t('lede')}</span> : null}
      </div>
      <div className="row pg-a">
        <LanguageChoice languages={capabilities.languages.map(({ tag }) => tag)} chosen={wish.languages} onChoose={(languages) => onWish({ ...wish, languages })} />
        <ReadingOptions wish={wish} readers={capabilities.readers} filings={filings} onWish={onWish} />
        {desk.state === 'read' ? (
          <>
            <PickButton accept={accept} onFile={onFile}>
              {t('another')}
            </PickButton>
            <Button tone="ink" icon="again" onClick={onAgain}>
              {t('again')}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
};
