import { componentsOf, type Component } from './components.js';
import type { GreyImage } from './grey-image.js';
import { histogramOf, toneOf } from './histogram.js';
import { inverted } from './inverted.js';
import { lettersOf } from './letters.js';
import { evened, lightOf, unevenness } from './light.js';
import { reduced } from './reduced.js';
import { risingShare } from './rising.js';
import { crowding } from './script.js';
import { rowSharpness, slantOf, someOf, type Slant } from './skew.js';
import { hanHeight, latinHeight } from './text-height.js';

/** What a page shows to a quick look, before anybody reads it. Everything decided about the page is decided from this. */
export interface Evidence {
  /** Pieces of ink that may be letters. */
  letters: number;
  /** Pieces of ink in all for every one that may be a letter: specks, dots, noise. */
  specks: number;
  isDark: boolean;
  /** Of the light on the paper, in greys; 0 for bilevel pages, which have none. */
  unevenness: number;
  isBilevel: boolean;
  /** How far paper and ink stand apart, in greys. */
  contrast: number;
  /** `unsure` where the strokes of the letters would suit either. */
  script: 'latin' | 'han' | 'unsure';
  /** Of Latin x or Han, in pixels of the page. */
  textHeightPx: number;
  /** 0 to 1: the share of letters that suit that height. */
  evenness: number;
  slant: Slant;
  /** How much sharper the letters stand in columns than in rows: well above 1 on a page that lies on its side. */
  sideways: number;
  /** Of tall Latin letters the share that rise above the line: well above half on an upright page, well below on one upside down. Null where it says nothing. */
  rising: number | null;
}

/** Letters of ordinary pages are still ten pixels high at this size, and a look at it takes a twentieth of a second. */
const LOOKED_AT_PIXELS = 3_000_000;
const MIDTONES_OF_BILEVEL = 0.02;
const MOSTLY_DARK = 0.6;
/**
 * A sheet on a dark desk is light on dark too. A page written in light shows that most of what is light is letters,
 * or that light letters are so many for each dark one.
 */
const [LIGHT_LETTERS, LIGHT_FOR_EACH_DARK] = [0.5, 2];
export const UNEVEN_FROM = 30;
const [LATIN_UP_TO, HAN_FROM] = [0.3, 0.335];
/** Worn Han fall to pieces of every size; Latin letters have few sizes. */
const LATIN_EVENNESS = 0.7;

/** The side of a cell of light: about a thirtieth of the page, which is more than a letter and less than a shadow. */
export const lightCell = (width: number, height: number): number => Math.max(16, Math.round(Math.min(width, height) / 32));

const lying = (letters: readonly Component[]): Component[] => letters.map(({ left, top, right, bottom, area }) => ({ left: top, top: left, right: bottom, bottom: right, area }));

const lettersIn = (image: GreyImage): Component[] => lettersOf(componentsOf(image, toneOf(histogramOf(image)).threshold), image.width, image.height);

const isWrittenInLight = (image: GreyImage, lightShare: number): boolean => {
  const written = lettersIn(inverted(image));
  const area = written.reduce((sum, letter) => sum + letter.area, 0);
  return area > LIGHT_LETTERS * lightShare * image.grey.length || written.length > LIGHT_FOR_EACH_DARK * lettersIn(image).length;
};

export const evidenceOf = (page: GreyImage): Evidence => {
  const factor = Math.max(1, Math.round(Math.sqrt((page.width * page.height) / LOOKED_AT_PIXELS)));
  let image = reduced(page, factor);
  const tone = toneOf(histogramOf(image));
  const { darkShare, midShare, dark, light } = tone;
  const isDark = darkShare > MOSTLY_DARK && isWrittenInLight(image, 1 - darkShare);
  if (isDark) image = inverted(image);
  const isBilevel = midShare < MIDTONES_OF_BILEVEL;
  const cell = lightCell(image.width, image.height);
  const uneven = isBilevel ? 0 : unevenness(lightOf(image, cell));
  if (uneven >= UNEVEN_FROM) image = evened(image, cell);

  const { threshold } = isDark || uneven >= UNEVEN_FROM ? toneOf(histogramOf(image)) : tone;
  const components = componentsOf(image, threshold);
  const letters = lettersOf(components, image.width, image.height);
  const some = someOf(letters);
  const [slant, aside] = [slantOf(some), lying(some)];
  const asideSlant = slantOf(aside);
  const latin = latinHeight(letters);
  const crowded = crowding(image, threshold, letters, latin.heightPx);
  const script = crowded > HAN_FROM ? 'han' : crowded < LATIN_UP_TO && latin.evenness >= LATIN_EVENNESS ? 'latin' : 'unsure';
  const { heightPx, evenness } = script === 'han' ? hanHeight(letters) : latin;
  return {
    letters: letters.length,
    specks: letters.length ? components.length / letters.length : 0,
    isDark,
    unevenness: uneven,
    isBilevel,
    contrast: light - dark,
    script,
    textHeightPx: heightPx * factor,
    evenness,
    slant,
    sideways: letters.length ? rowSharpness(aside, asideSlant.degrees) / rowSharpness(some, slant.degrees) : 0,
    rising: script === 'latin' ? risingShare(letters, latin.heightPx) : null,
  };
};
