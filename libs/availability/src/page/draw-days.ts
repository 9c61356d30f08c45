import type { AvailabilityStanding, StatusComponent } from '@inkproof/contract';
import { escapeXml } from './escape-xml.js';
import { lasting, type StatusWords } from './status-words.js';

type Day = StatusComponent['days'][number];

const STEP = 8;
const WIDTH = 5.5;
const HEIGHT = 28;

/** From what a day is coloured by to what it is not, should it hold several. */
const looks: [standings: readonly AvailabilityStanding[], fill: string, height: number][] = [
  [['provider'], 'var(--zhu)', 28],
  [['maintenance', 'third_party_network', 'force_majeure', 'suspension', 'tenant'], 'var(--zhe-fill)', 24],
  [['up'], 'var(--c3)', 20],
  [['unknown'], 'var(--edge)', 3],
];

const lookOf = ({ milliseconds }: Day) => looks.find(([standings]) => standings.some((standing) => milliseconds[standing] > 0)) ?? looks.at(-1)!;

/** What a day held besides being up. */
const told = ({ day, milliseconds }: Day, words: StatusWords): string => {
  const parts = Object.entries(milliseconds).flatMap(([standing, ms]) => (standing !== 'up' && ms > 0 ? [`${words.standing[standing as AvailabilityStanding]} ${lasting(ms, words)}`] : []));
  return `${day} ${parts.length ? parts.join(' · ') : words.standing.up}`;
};

/** The days of a component side by side: high and cinnabar where it was our fault. */
export const drawDays = (days: readonly Day[], className: string, words: StatusWords): string => {
  const bars = days.map((day, i) => {
    const [, fill, height] = lookOf(day);
    return `<rect x="${i * STEP}" y="${HEIGHT - height}" width="${WIDTH}" height="${height}" fill="${fill}"><title>${escapeXml(told(day, words))}</title></rect>`;
  });
  return `<svg class="sp ${className}" viewBox="0 0 ${days.length * STEP - (STEP - WIDTH)} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>`;
};
