const number = String.raw`-?[\d.]+(?:e-?\d+)?`;
const pair = new RegExp(String.raw`\[\s+(${number}),\s+(${number})\s+\]`, 'g');
const polygon = /\[\s+((?:\[[^\]]*\],?\s*)+)\s*\]/g;

/** JSON as people read it: two spaces, but a point and a polygon on one line, for they are most of a result and nobody reads them downwards. */
export const readableJson = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .replace(pair, '[$1, $2]')
    .replace(polygon, (_, points: string) => `[${points.trim().replace(/\s*\n\s*/g, ' ')}]`);
