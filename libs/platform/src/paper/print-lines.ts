import sharp from 'sharp';
import { FACE } from './face.js';

const SIZE_PT = 21;
const DPI = 96;
const LEADING_PX = 20;
const MARGIN_PX = 36;

/** A small picture of printed lines, as PNG: black on white, in a face of our own. It takes a few milliseconds once the face was read. */
export const printLines = (lines: readonly string[]): Promise<Buffer> =>
  sharp({ text: { text: lines.join('\n'), fontfile: FACE, font: `Noto Serif SC ${SIZE_PT}`, dpi: DPI, spacing: LEADING_PX } })
    // Text comes as ink alone, light on dark.
    .negate()
    .extend({ top: MARGIN_PX, bottom: MARGIN_PX, left: MARGIN_PX, right: MARGIN_PX, background: '#fff' })
    .png()
    .toBuffer();
