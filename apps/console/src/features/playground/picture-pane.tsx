'use client';
import type { PageReading } from '@inkproof/contract';
import { DOUBTFUL_BELOW, IconButton, PageView, Seg, SURE_FROM, type BoxMode, type ShownLine } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useShownScale } from './use-shown-scale';

const modes: readonly BoxMode[] = ['words', 'lines', 'plain'];
const STEP = 1.25;
const MOST_ZOOM = 6;
const LEAST_ZOOM = 0.4;

interface PicturePaneProps {
  page: PageReading;
  pages: number;
  onPage: (index: number) => void;
  lines: readonly ShownLine[];
  picture?: string;
  name: string;
}

/** The page, as large as the pane or larger, with boxes around words, around lines, or bare. */
export const PicturePane = ({ page, pages, onPage, lines, picture, name }: PicturePaneProps) => {
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
        <span className="legend only-l">
          {(['sure', 'fair', 'doubtful'] as const).map((certainty) => (
            <span key={certainty}>
              <i className={`lg ${certainty}`} />
              {t(certainty, { bound: (certainty === 'sure' ? SURE_FROM : DOUBTFUL_BELOW).toFixed(2), low: DOUBTFUL_BELOW.toFixed(2), high: SURE_FROM.toFixed(2) })}
            </span>
          ))}
        </span>
        {pages > 1 ? (
          <span className="row small sub">
            <IconButton icon="left" label={t('previousPage')} disabled={page.number === 1} onClick={() => onPage(page.number - 2)} />
            {t('page', { n: page.number, total: pages })}
            <IconButton icon="right" label={t('nextPage')} disabled={page.number === pages} onClick={() => onPage(page.number)} />
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
          <PageView width={page.width} height={page.height} lines={lines} mode={mode} picture={failed ? undefined : picture} label={t('picture', { name, words })} onPictureFailed={() => setFailed(true)} />
        </div>
      </div>
    </div>
  );
};
