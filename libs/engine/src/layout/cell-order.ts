import type { Polygon } from '../reading.js';
import type { FoundBlock, FoundLine, FoundWord } from '../text/found.js';
import { around } from '../text/polygon.js';
import { centreOf, heightOf } from './bounds.js';
import { ruleAt, type Rule } from './rules.js';

/** In heights of a line: how far two pieces of one rule may lie from each other, which meets itself only about. */
const SAME_RULE = 0.4;
/** Cells of a form hold a label and an answer or two; where columns have more lines and these are level, they are rows that nobody ruled. */
const MOST_LINES = 4;
const LEVEL_SHARE = 0.6;
/** A column of figures belongs to what stands beside each. */
const FIGURES = /^[\p{Sc}\d.,:%+\-–−/()\s]*\d[\p{Sc}\d.,:%+\-–−/()\s]*$/u;

/** A line, or as much of it as lies in one cell, with the rules around it. */
interface Part {
  line: FoundLine;
  x: number;
  top: Rule | null;
  bottom: Rule | null;
  left: Rule | null;
  /** Where the left rule lies beside it. */
  leftX: number;
}

/** The nearest rules of a direction before and after a place, of those that pass it. */
const neighbours = (rules: readonly Rule[], along: number, across: number): [Rule | null, Rule | null] => {
  let [before, after]: [Rule | null, Rule | null] = [null, null];
  let [nearest, next] = [-Infinity, Infinity];
  for (const rule of rules) {
    if (along < rule.from || along > rule.to) continue;
    const at = ruleAt(rule, along);
    if (at <= across && at > nearest) [before, nearest] = [rule, at];
    else if (at > across && at < next) [after, next] = [rule, at];
  }
  return [before, after];
};

/** The words of a line in groups, parted where a rule passes between two of them. */
const partedWords = (words: readonly FoundWord[], verticals: readonly Rule[]): FoundWord[][] => {
  const groups: FoundWord[][] = [];
  words.forEach((word, index) => {
    const before = words[index - 1];
    const [[x, y], [beforeX]] = [centreOf(word.polygon), centreOf((before ?? word).polygon)];
    const isParted = verticals.some((rule) => y >= rule.from && y <= rule.to && ruleAt(rule, y) > beforeX && ruleAt(rule, y) < x);
    if (!before || isParted) groups.push([word]);
    else groups.at(-1)?.push(word);
  });
  return groups;
};

const polygonOf = (words: readonly FoundWord[], whole: Polygon): Polygon => {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? [first.polygon[0], last.polygon[1], last.polygon[2], first.polygon[3]] : whole;
};

const isSameRule = (one: Rule | null, other: Rule | null, along: number, reach: number): boolean =>
  one === other || (one !== null && other !== null && Math.abs(ruleAt(one, along) - ruleAt(other, along)) <= reach);

const isSameBand = (one: Part, other: Part): boolean => {
  const reach = SAME_RULE * heightOf(one.line.polygon);
  return one.top !== null && one.bottom !== null && isSameRule(one.top, other.top, other.x, reach) && isSameRule(one.bottom, other.bottom, other.x, reach);
};

/** Parts of a band by the rule to the left of them, from left to right. */
const columnsOf = (rows: readonly (readonly Part[])[]): Part[][] => {
  const columns: Part[][] = [];
  for (const part of rows.flat()) {
    const column = columns.find(([first]) => first !== undefined && Math.abs(first.leftX - part.leftX) <= 2 * SAME_RULE * heightOf(part.line.polygon));
    if (column) column.push(part);
    else columns.push([part]);
  }
  return columns.sort(([one], [other]) => (one?.leftX ?? 0) - (other?.leftX ?? 0));
};

const textOf = ({ line }: Part): string => line.words.map(({ text }) => text).join(' ');

const areCells = (rows: readonly (readonly Part[])[], columns: readonly Part[][]): boolean => {
  const most = Math.max(...columns.map(({ length }) => length));
  const level = rows.filter(({ length }) => length === columns.length).length;
  const hasFigures = columns.some((column) => column.length > 1 && column.every((part) => FIGURES.test(textOf(part))));
  return columns.length > 1 && most > 1 && !hasFigures && (most <= MOST_LINES || level < LEVEL_SHARE * rows.length);
};

/**
 * Lines that run over cells side by side in the order in which cells are read: all of one, then all of the next. A cell that holds
 * one line stays part of its row, since rows of a table are read across.
 */
export const inCellOrder = (blocks: readonly FoundBlock[], rules: readonly Rule[]): FoundBlock[] => {
  const [horizontals, verticals] = [rules.filter(({ direction }) => direction === 'horizontal'), rules.filter(({ direction }) => direction === 'vertical')];
  if (horizontals.length < 2 || verticals.length === 0) return [...blocks];
  const partsOf = (line: FoundLine): Part[] =>
    partedWords(line.words, verticals).map((words) => {
      const polygon = polygonOf(words, line.polygon);
      const [x, y] = centreOf(polygon);
      const [[top, bottom], [left]] = [neighbours(horizontals, x, y), neighbours(verticals, y, x)];
      return { line: { polygon, words }, x, top, bottom, left, leftX: left ? ruleAt(left, y) : -Infinity };
    });

  /** Blocks to be, each with the block it comes from, or -1 when it was put together anew. */
  const ordered: { from: number; lines: FoundLine[] }[] = [];
  const keep = (from: number, line: FoundLine): void => {
    const last = ordered.at(-1);
    if (last?.from === from) last.lines.push(line);
    else ordered.push({ from, lines: [line] });
  };
  let band: { from: number; line: FoundLine; parts: Part[] }[] = [];
  const finish = (): void => {
    const rows = band.map(({ parts }) => parts);
    const columns = columnsOf(rows);
    if (areCells(rows, columns)) ordered.push({ from: -1, lines: columns.flat().map(({ line }) => line) });
    else for (const { from, line } of band) keep(from, line);
    band = [];
  };
  blocks.forEach((block, from) => {
    for (const line of block.lines) {
      const parts = partsOf(line);
      const first = band[0]?.parts[0];
      if (first && !parts.every((part) => isSameBand(first, part))) finish();
      band.push({ from, line, parts });
    }
  });
  finish();
  return ordered.map(({ from, lines }) => (lines.length === blocks[from]?.lines.length ? (blocks[from] as FoundBlock) : { polygon: around(lines.map(({ polygon }) => polygon)), lines }));
};
