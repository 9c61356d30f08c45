import type { QualityWarning } from '../reading.js';

const advice: Record<QualityWarning, string> = {
  blur: 'The letters have soft edges. Hold the camera still, let it focus, or scan the page.',
  glare: 'A light is reflected on the page and hides what is under it. Turn off the flash and tilt the page away from lamps.',
  too_small: 'The letters are only a few pixels high. Photograph closer, or scan at 300 dpi.',
  low_contrast: 'Ink and paper are almost equally bright. Use more light, a darker setting of the scanner, or the original instead of a copy.',
  cut_edge: 'Text runs over the edge of the picture. Photograph or scan the whole page, with some margin around it.',
  uneven_light: 'Part of the page lies in shadow. Light it from both sides, or move your hand and the camera out of the way.',
  low_confidence: 'The reader was unsure of many words. Check the result, choose the languages yourself, or send a better picture.',
};

/** What to do about a warning, in one or two sentences for whoever took the picture. */
export const adviceFor = (code: QualityWarning): string => advice[code];
