import { drawSheet, type TextStyle } from './sheet.js';

export interface DrawnPage extends Omit<TextStyle, 'align'> {
  lines: readonly string[];
  /** Wide enough for about forty Latin letters when it is not given. */
  widthPx?: number;
  /** As high as the lines need when it is not given. */
  heightPx?: number;
  marginPx?: number;
  /** Distance between two baselines, in font heights. */
  leading?: number;
  paper?: string;
}

/** A plain page: lines of text, one under another, dark on light. An empty line leaves a gap. */
export const drawPage = ({ lines, fontPx = 32, widthPx = fontPx * 28, marginPx = fontPx * 1.5, leading = 1.6, heightPx, paper, ...style }: DrawnPage): Buffer => {
  const needed = Math.ceil(marginPx * 2 + fontPx * leading * lines.length);
  return drawSheet({ widthPx, heightPx: heightPx ?? needed, ...(paper && { paper }) }, (pen) => {
    lines.forEach((line, index) => pen.text(marginPx, marginPx + fontPx * (1 + leading * index), line, { fontPx, ...style }));
  });
};
