import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** What text looks like: a screen, a book, a typewriter or old till, a letterpress of a hundred years ago. */
export type Face = 'sans' | 'serif' | 'typewriter' | 'letterpress';

const han = (name: string, weight: number): string => `${name}/files/${name.split('/')[1] ?? ''}-chinese-simplified-${weight}-normal.woff2`;
const latin = (name: string, weight: number): string => `${name}/files/${name.split('/')[1] ?? ''}-latin-${weight}-normal.woff2`;

/** All from npm, so that a page looks the same on a machine without any font. The last two have no Han characters and lean on the serif. */
const faces: Readonly<Record<Face, { family: string; file: (weight: number) => string; leansOn?: Face }>> = {
  // The whole simplified Chinese file and not its numbered subsets, because a subset draws empty boxes for what it lacks.
  sans: { family: 'Drawn Page Sans', file: (weight) => han('@fontsource/noto-sans-sc', weight) },
  serif: { family: 'Drawn Page Serif', file: (weight) => han('@fontsource/noto-serif-sc', weight) },
  typewriter: { family: 'Drawn Page Typewriter', file: (weight) => latin('@fontsource/courier-prime', weight), leansOn: 'serif' },
  letterpress: { family: 'Drawn Page Letterpress', file: (weight) => latin('@fontsource/old-standard-tt', weight), leansOn: 'serif' },
};

const resolve = createRequire(import.meta.url).resolve;
const registered = new Set<Face>();

/** The families to draw with, ready to use. A face is loaded when it is first drawn with: the Chinese ones take a tenth of a second. */
export const familiesOf = (face: Face): string => {
  const { family, file, leansOn } = faces[face];
  if (!registered.has(face)) {
    for (const weight of [400, 700]) GlobalFonts.register(readFileSync(resolve(file(weight))), family);
    registered.add(face);
  }
  return leansOn ? `"${family}", ${familiesOf(leansOn)}` : `"${family}"`;
};
