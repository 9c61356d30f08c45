import type { PageReading, Polygon } from '@inkproof/contract';
import { clsx } from 'clsx';
import type React from 'react';
import type { ShownLine } from './reading-page.js';
import { stretchesOf, type Stretch } from './stretches.js';

export type BoxMode = 'words' | 'lines' | 'blocks' | 'plain';

type Block = PageReading['blocks'][number];

interface PageViewProps {
  width: number;
  height: number;
  lines: readonly ShownLine[];
  mode: BoxMode;
  /** For the mode `blocks`: what kind of thing each part of the page is. */
  blocks?: readonly Block[];
  /** Quarters by which the reader turned the page although the picture's own tag did not say so. */
  turn?: 0 | 90 | 180 | 270;
  /** Absent where the picture is not kept: the words are then set at their places on a blank sheet. */
  picture?: string;
  /** What the picture is, for whoever does not see it. */
  label: string;
  onPictureFailed?: () => void;
}

const corners = (polygon: Polygon): string => polygon.map(([x, y]) => `${x},${y}`).join(' ');

/** Type fills about this much of the height of its run, and hangs this much below its baseline. */
const FILL = 0.84;
const DESCENT = 0.2;

const SetStretch = ({ stretch }: { stretch: Stretch }) => (
  <text transform={`translate(${stretch.left} ${stretch.baseline}) rotate(${stretch.degrees})`} x={stretch.offset} y={-stretch.height * DESCENT} fontSize={stretch.height * FILL} textLength={stretch.width} lengthAdjust="spacingAndGlyphs">
    {stretch.text}
  </text>
);

/** A picture that lies on its side, set upright in a frame that already has the upright page's shape. */
const turnedStyle = (turn: number, width: number, height: number): React.CSSProperties | undefined => {
  if (!turn) return undefined;
  const isAcross = turn === 90 || turn === 270;
  const [w, h] = isAcross ? [`${(height / width) * 100}%`, `${(width / height) * 100}%`] : ['100%', '100%'];
  return { position: 'absolute', top: '50%', left: '50%', width: w, height: h, maxWidth: 'none', transform: `translate(-50%, -50%) rotate(${turn}deg)` };
};

/** A page with a box around each word or line, in the page's own pixels. Boxes and words find each other by `data-w`; see LinkedWords. */
export const PageView = ({ width, height, lines, mode, blocks = [], turn = 0, picture, label, onPictureFailed }: PageViewProps) => (
  <div className={clsx('pv', !picture && 'pv-blank')} style={{ aspectRatio: `${width} / ${height}` }}>
    {picture ? <img src={picture} alt={label} width={width} height={height} style={turnedStyle(turn, width, height)} onError={onPictureFailed} /> : null}
    <svg viewBox={`0 0 ${width} ${height}`} {...(picture ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}>
      {picture ? null : lines.flatMap((line) => stretchesOf(line.words).map((stretch, index) => <SetStretch key={`${line.id}-${index}`} stretch={stretch} />))}
      {mode === 'lines' ? lines.flatMap((line) => line.runs.map((run, index) => <polygon key={`${line.id}-${index}`} className="wb sure" points={corners(run)} />)) : null}
      {mode === 'blocks' ? blocks.map((block, index) => <polygon key={index} className={clsx('wb', `blk-${block.type}`)} points={corners(block.polygon)} />) : null}
      {mode === 'blocks' ? blocks.flatMap(({ table }) => table?.cells.map((cell, index) => <polygon key={`c${index}`} className="wb blk-cell" points={corners(cell.polygon)} />) ?? []) : null}
      {mode === 'plain' || mode === 'blocks' ? null : lines.flatMap((line) => line.words.map((word) => <polygon key={word.id} className={clsx('wb', mode === 'lines' ? 'bare' : word.isEmbedded ? 'emb' : word.certainty)} data-w={word.id} points={corners(word.polygon)} />))}
    </svg>
  </div>
);
