import { baselineOf, boxOf, heightOf } from './box.js';
import type { OutputLine, OutputPage, Polygon } from './page.js';
import { joined } from './spacing.js';
import { attributes, escaped } from './xml.js';

const CAPABILITIES = 'ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf';

const bbox = (polygon: Polygon, page: OutputPage): string => {
  const { left, top, right, bottom } = boxOf(polygon, page);
  return `bbox ${left} ${top} ${right} ${bottom}`;
};

const lineTitle = (line: OutputLine, page: OutputPage): string => {
  const { left, bottom } = boxOf(line.polygon, page);
  const { left: from, y, slope } = baselineOf(line);
  const offset = y + slope * (left - from) - bottom;
  return `${bbox(line.polygon, page)}; baseline ${Number(slope.toFixed(4))} ${Math.round(offset)}; x_size ${Math.round(heightOf(line.polygon))}`;
};

const element = (name: string, kind: string, id: string, title: string, content: string): string => `<${name}${attributes({ class: kind, id, title })}>${content}</${name}>`;

/** Words are parted by white space only where the text has some, so that Chinese stays whole when the tags are dropped. */
const lineOf = (line: OutputLine, page: OutputPage, id: string): string => {
  const words = joined(line, (word, index) => {
    const title = `${bbox(word.polygon, page)}; x_wconf ${Math.round(word.confidence * 100)}`;
    return element('span', 'ocrx_word', `word_${id}_${index + 1}`, title, escaped(word.text));
  });
  return element('span', 'ocr_line', `line_${id}`, lineTitle(line, page), words);
};

const pageOf = (page: OutputPage, index: number): string => {
  const blocks = page.blocks.map((block, blockIndex) => {
    const id = `${page.number}_${blockIndex + 1}`;
    const place = bbox(block.polygon, page);
    const lines = block.lines.map((line, lineIndex) => `     ${lineOf(line, page, `${id}_${lineIndex + 1}`)}\n`).join('');
    const paragraph = element('p', 'ocr_par', `par_${id}`, place, `\n${lines}    `);
    return `   ${element('div', 'ocr_carea', `block_${id}`, place, `\n    ${paragraph}\n   `)}\n`;
  });
  const resolution = page.dpi === null ? '' : `; scan_res ${page.dpi} ${page.dpi}`;
  return `  ${element('div', 'ocr_page', `page_${page.number}`, `bbox 0 0 ${page.width} ${page.height}; ppageno ${index}${resolution}`, `\n${blocks.join('')}  `)}\n`;
};

/** hOCR 1.2 as XHTML. The picture goes unnamed, because names of files tell of people. */
export const asHocr = (pages: readonly OutputPage[], software = 'Inkproof'): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
 <head>
  <title></title>
  <meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
  <meta name="ocr-system" content="${escaped(software)}"/>
  <meta name="ocr-capabilities" content="${CAPABILITIES}"/>
  <meta name="ocr-number-of-pages" content="${pages.length}"/>
 </head>
 <body>
${pages.map(pageOf).join('')} </body>
</html>
`;
