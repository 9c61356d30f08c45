import { flat, blurred, lying, repacked, scaled, skewed } from '../wear/lens.js';
import { folded, glaring, shadowed } from '../wear/light.js';
import { bleedThrough, grainy, specked, yellowed } from '../wear/paper.js';
import { photographed } from '../wear/photographed.js';
import { pressure } from '../wear/pressure.js';
import { moire, rowed } from '../wear/screen.js';
import { thermal } from '../wear/thermal.js';
import type { Wear } from '../wear/wear.js';
import type { Lang } from '../words/author.js';
import { form } from './form.js';
import { invoice } from './invoice.js';
import { newspaper } from './newspaper.js';
import { poster } from './poster.js';
import { prose } from './prose.js';
import { receipt } from './receipt.js';
import { wornOut, type Drawn, type Packing, type Written } from './sample.js';
import { screenshot } from './screenshot.js';
import { ticket } from './ticket.js';

type Sheet = (lang: Lang, seed: number) => Written;

const made = (sheet: Sheet, wears: readonly Wear[], packing?: Packing) => (lang: Lang, seed: number): Promise<Drawn> => wornOut(sheet(lang, seed), seed, wears, packing);

const png: Packing = { png: true };
const sheetOf = (look: Parameters<typeof prose>[2]): Sheet => (lang, seed) => prose(lang, seed, look);
const small = { widthPx: 760, heightPx: 640 } as const;

/**
 * What uploads look like, by name. Each shows a failure that a clean page hides, so that no step of the preparation can be tuned
 * on clean pages alone; the clean ones are here too, so that no step may be bought with them.
 */
export const kinds = {
  'clean prose': made(sheetOf({ fontPx: 26 }), [], png),
  'clean columns': made(sheetOf({ fontPx: 22, columns: 2 }), [], png),
  'clean table': made(invoice, [], png),
  'screen light': made((lang, seed) => screenshot(lang, seed), [], png),
  'screen dark': made((lang, seed) => screenshot(lang, seed, true), [], png),
  'screen photo': made((lang, seed) => screenshot(lang, seed, seed % 2 === 1), [scaled(1.2), moire(), photographed({ perspective: 0.03 })]),
  'crisp receipt': made((lang, seed) => receipt(lang, seed), [], png),
  'thermal receipt': made((lang, seed) => receipt(lang, seed), [pressure({ threshold: 0.5, wandering: 0.08, softPx: 0.7 }), thermal({ ink: 0.66 }), blurred(0.7), grainy(16)]),
  'faded receipt': made((lang, seed) => receipt(lang, seed, { fontPx: 23 }), [thermal({ ink: 0.34, banding: 0.6, deadColumns: 0.02 }), blurred(0.8), grainy(18)]),
  'creased receipt': made((lang, seed) => receipt(lang, seed, { items: 12 }), [thermal({ ink: 0.85 }), folded([{ across: 'y', at: 0.3 }, { across: 'y', at: 0.66 }, { across: 'x', at: 0.5 }]), shadowed(0.35), photographed({ perspective: 0.04 })]),
  'small receipt': made((lang, seed) => receipt(lang, seed, { fontPx: 24 }), [thermal({ ink: 0.7 }), scaled(0.56), skewed(2), grainy(14)], { jpegQuality: 55 }),
  'office form': made((lang, seed) => form(lang, seed), [pressure({ threshold: 0.44, wandering: 0.14 }), skewed(1.2), specked(260), grainy(8)], png),
  'faxed form': made((lang, seed) => form(lang, seed), [scaled(0.8), pressure({ threshold: 0.36, wandering: 0.1, softPx: 0.5, fineness: 1 }), specked(200)], png),
  'copied form': made((lang, seed) => form(lang, seed, 8), [pressure({ threshold: 0.3, wandering: 0.1, spotPx: 120 }), skewed(2), specked(300), grainy(8)]),
  'broken letters': made((lang, seed) => prose(lang, seed, { ...small, fontPx: 22, face: lang === 'eng' ? 'serif' : 'sans' }), [pressure({ threshold: 0.54, wandering: 0.1, softPx: 0.7, grain: 0.5 })], png),
  'touching letters': made(sheetOf({ ...small, fontPx: 22, spacingPx: -1 }), [pressure({ threshold: 0.26, wandering: 0.08, softPx: 1.1 })], png),
  'historic print': made((lang, seed) => prose(lang, seed, { face: lang === 'eng' ? 'letterpress' : 'serif', fontPx: 25, leading: 1.35 }), [pressure({ threshold: 0.36, wandering: 0.17, spotPx: 26, grain: 0.5 }), blurred(0.6), bleedThrough(0.22), yellowed(), skewed(1, '#cdbb90'), grainy(12)], { jpegQuality: 70 }),
  'newspaper': made((lang, seed) => newspaper(lang, seed), [pressure({ threshold: 0.4, wandering: 0.12, softPx: 0.6 }), bleedThrough(0.12), yellowed(0.6), skewed(0.8, '#d9cfb4')], { jpegQuality: 75 }),
  'typed carbon': made((lang, seed) => prose(lang, seed, { face: 'typewriter', fontPx: 23, heightPx: 900, hasTitle: false }), [pressure({ threshold: 0.3, wandering: 0.17, spotPx: 14, softPx: 1.2, grain: 0.5 }), flat(0.55, 0.9), blurred(0.9), grainy(14)]),
  'poster': made(poster, []),
  'poster photo': made(poster, [photographed({ perspective: 0.08 }), shadowed(0.35)]),
  'poster small': made(poster, [scaled(0.45)], { jpegQuality: 60 }),
  'invoice photo': made(invoice, [folded(), photographed(), shadowed(0.3)]),
  'invoice scan': made(invoice, [scaled(0.8), skewed(2), grainy(12)], { jpegQuality: 60 }),
  'ticket': made(ticket, [grainy(8)]),
  'ticket photo': made(ticket, [glaring(), photographed({ perspective: 0.07 })]),
  'page photo': made(sheetOf({ fontPx: 24, widthPx: 860, heightPx: 1050 }), [photographed({ perspective: 0.07 }), shadowed(0.55), grainy(10)]),
  'folded letter': made(sheetOf({ fontPx: 23, face: 'sans' }), [folded([{ across: 'y', at: 0.33 }, { across: 'y', at: 0.66 }]), shadowed(0.25), grainy(10)]),
  'faint pencil': made(sheetOf({ ...small, fontPx: 24 }), [flat(0.16, 0.86), grainy(22), blurred(0.6)]),
  'tiny text': made(sheetOf({ fontPx: 11, widthPx: 640, heightPx: 420, face: 'sans' }), [], { jpegQuality: 80 }),
  'hard packed': made(sheetOf({ ...small, fontPx: 20 }), [scaled(0.72), repacked(16)], { jpegQuality: 40 }),
  'skewed': made(sheetOf({ ...small, fontPx: 23 }), [skewed(5), grainy(8)]),
  'lying left': made(sheetOf({ ...small, fontPx: 23 }), [lying(270), grainy(8)]),
  'lying right': made((lang, seed) => receipt(lang, seed), [lying(90), grainy(10)]),
  'on its head': made(invoice, [lying(180), grainy(10)]),
  'television': made((lang, seed) => poster(lang, seed + 1), [scaled(0.7), rowed(0.25, 3), blurred(0.9), grainy(16)], { jpegQuality: 65 }),
} as const satisfies Record<string, (lang: Lang, seed: number) => Promise<Drawn>>;

export type Kind = keyof typeof kinds;
