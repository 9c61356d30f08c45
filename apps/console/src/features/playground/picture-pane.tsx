'use client';
import type { PageReading } from '@inkproof/contract';
import { IconButton, PageView, Seg, type BoxMode, type ShownLine } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { foundTurn } from './found-turn';
import { Legend } from './legend';
import { useShownScale } from './use-shown-scale';

const modes: readonly BoxMode[] = ['words', 'lines', 'blocks', 'plain'];
const STEP = 1.25;
const MOST_ZOOM = 6;
const LEAST_ZOOM = 0.4;

interface PicturePaneProps {
  page: PageReading;
  /** Its place among the pages that were read, from 0, and how many these are. */
  at: number;
  pages: number;
  onPage: (index: number) => void;
  lines: readonly ShownLine[];
  picture?: string;
  name: string;
}

/** The page, as large as the pane or larger, with boxes around words, lines or parts, or bare. */
export const PicturePane = ({ page, at, pages, onPage, lines, picture, name }: PicturePaneProps) => {
  const t = useTranslations('playground');
  const [mode, setMode] = useState<BoxMode>('words');
  const [zoom, setZoom] = useState(1);
  const [failed, setFailed] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const scale = new Intl.NumberFormat(useLocale(), { style: 'percent' }).format(useShownScale(sheet, page.width));
  const grow = (by: number) => setZoom(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom * by)));
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  return (
    <div className="pg-c">
      <div className="pg-cb">
        <Seg label={t('boxes')}>
          {modes.map((one) => (
            <button key={one} type="button" aria-pressed={mode === one} onClick={() => setMode(one)}>
              {t(one)}
            </button>
          ))}
        </Seg>
        {pages > 1 ? (
          <span className="row small sub">
            <IconButton icon="left" label={t('previousPage')} disabled={at === 0} onClick={() => onPage(at - 1)} />
            {t('page', { n: page.number, total: pages })}
            <IconButton icon="right" label={t('nextPage')} disabled={at === pages - 1} onClick={() => onPage(at + 1)} />
          </span>
        ) : null}
        <span className="row pg-z">
          <IconButton icon="minus" label={t('smaller')} onClick={() => grow(1 / STEP)} />
          <span className="small dim">{scale}</span>
          <IconButton icon="plus" label={t('larger')} onClick={() => grow(STEP)} />
          <IconButton icon="fit" label={t('fit')} onClick={() => setZoom(1)} />
        </span>
      </div>
      {failed ? <p className="pg-say small">{t('noPicture')}</p> : null}
      <div className="pg-v" tabIndex={-1}>
        <div ref={sheet} className="pg-p" style={{ '--zoom': zoom, '--ratio': page.width / page.height } as React.CSSProperties}>
          <PageView width={page.width} height={page.height} lines={lines} mode={mode} blocks={page.blocks} turn={foundTurn(page)} picture={failed ? undefined : picture} label={t('picture', { name, words })} onPictureFailed={() => setFailed(true)} />
        </div>
      </div>
      <div className="pg-lf">
        <Legend mode={mode} page={page} />
      </div>
    </div>
  );
};
