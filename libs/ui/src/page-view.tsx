import type { Polygon } from '@inkproof/contract';
import { clsx } from 'clsx';
import type { ShownLine } from './reading-page.js';
import { stretchesOf, type Stretch } from './stretches.js';

export type BoxMode = 'words' | 'lines' | 'plain';

interface PageViewProps {
  width: number;
  height: number;
  lines: readonly ShownLine[];
  mode: BoxMode;
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

/** A page with a box around each word or line, in the page's own pixels. Boxes and words find each other by `data-w`; see LinkedWords. */
export const PageView = ({ width, height, lines, mode, picture, label, onPictureFailed }: PageViewProps) => (
  <div className={clsx('pv', !picture && 'pv-blank')} style={{ aspectRatio: `${width} / ${height}` }}>
    {picture ? <img src={picture} alt={label} width={width} height={height} onError={onPictureFailed} /> : null}
    <svg viewBox={`0 0 ${width} ${height}`} {...(picture ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}>
      {picture ? null : lines.flatMap((line) => stretchesOf(line.words).map((stretch, index) => <SetStretch key={`${line.id}-${index}`} stretch={stretch} />))}
      {mode === 'lines' ? lines.flatMap((line) => line.runs.map((run, index) => <polygon key={`${line.id}-${index}`} className="wb sure" points={corners(run)} />)) : null}
      {mode === 'plain' ? null : lines.flatMap((line) => line.words.map((word) => <polygon key={word.id} className={clsx('wb', mode === 'lines' ? 'bare' : word.certainty)} data-w={word.id} points={corners(word.polygon)} />))}
    </svg>
  </div>
);
