import { baselineOf, boxOf, isSlanted, type Box } from './box.js';
import type { OutputBlock, OutputLine, OutputPage, Polygon } from './page.js';
import { isSpaced } from './spacing.js';
import { attributes, escaped } from './xml.js';

const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';
const LOCATION = 'http://www.loc.gov/standards/alto/v4/alto-4-4.xsd';

const place = ({ left, top, right, bottom }: Box): Record<string, number> => ({ HPOS: left, VPOS: top, WIDTH: right - left, HEIGHT: bottom - top });

const points = (corners: readonly (readonly [number, number])[]): string => corners.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(' ');

const shape = (polygon: Polygon): string => (isSlanted(polygon) ? `<Shape><Polygon${attributes({ POINTS: points(polygon) })}/></Shape>` : '');

const tagOf = ({ type, level }: OutputBlock): string | undefined => (type === 'text' ? undefined : type === 'heading' ? `heading-${level ?? 1}` : type);

const stringsOf = (line: OutputLine, page: OutputPage, id: string): string =>
  line.words
    .map((word, index) => {
      const box = boxOf(word.polygon, page);
      const left = line.words[index - 1];
      const end = left ? boxOf(left.polygon, page).right : box.left;
      const space = isSpaced(line, index) ? `<SP${attributes({ HPOS: end, VPOS: box.top, WIDTH: Math.max(0, box.left - end) })}/>` : '';
      const own = attributes({ ID: `word_${id}_${index + 1}`, ...place(box), CONTENT: word.text, WC: word.confidence });
      const outline = shape(word.polygon);
      return `${space}<String${own}${outline ? `>${outline}</String>` : '/>'}`;
    })
    .join('');

const lineOf = (line: OutputLine, page: OutputPage, id: string): string => {
  const { left, y, slope } = baselineOf(line);
  const right = line.polygon[2][0];
  const baseline = points([
    [left, y],
    [right, y + slope * (right - left)],
  ]);
  return `     <TextLine${attributes({ ID: `line_${id}`, ...place(boxOf(line.polygon, page)), BASELINE: baseline })}>${shape(line.polygon)}${stringsOf(line, page, id)}</TextLine>\n`;
};

const blockOf = (block: OutputBlock, page: OutputPage, id: string): string => {
  const lines = block.lines.map((line, index) => (line.words.length > 0 ? lineOf(line, page, `${id}_${index + 1}`) : '')).join('');
  return `    <TextBlock${attributes({ ID: `block_${id}`, ...place(boxOf(block.polygon, page)), TAGREFS: tagOf(block) })}>${shape(block.polygon)}\n${lines}    </TextBlock>\n`;
};

const pageOf = (page: OutputPage): string => {
  const own = attributes({ ID: `page_${page.number}`, PHYSICAL_IMG_NR: page.number, WIDTH: page.width, HEIGHT: page.height, PC: page.confidence ?? undefined, PROCESSINGREFS: 'ocr' });
  const blocks = page.blocks.map((block, index) => blockOf(block, page, `${page.number}_${index + 1}`)).join('');
  return `  <Page${own}>\n   <PrintSpace${attributes({ HPOS: 0, VPOS: 0, WIDTH: page.width, HEIGHT: page.height })}>\n${blocks}   </PrintSpace>\n  </Page>\n`;
};

const tagsOf = (pages: readonly OutputPage[]): string => {
  const used = [...new Set(pages.flatMap(({ blocks }) => blocks.flatMap((block) => tagOf(block) ?? [])))].sort();
  const tags = used.map((tag) => `  <StructureTag${attributes({ ID: tag, TYPE: tag.replace(/-.*/, ''), LABEL: tag })}/>\n`).join('');
  return tags && ` <Tags>\n${tags} </Tags>\n`;
};

/** ALTO 4.4 with all pages in one document. The source stays unnamed, because names of files tell of people. */
export const asAlto = (pages: readonly OutputPage[], software = 'Inkproof'): string => `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${LOCATION}" SCHEMAVERSION="4.4">
 <Description>
  <MeasurementUnit>pixel</MeasurementUnit>
  <sourceImageInformation/>
  <Processing ID="ocr">
   <processingCategory>contentGeneration</processingCategory>
   <processingSoftware><softwareName>${escaped(software)}</softwareName></processingSoftware>
  </Processing>
 </Description>
${tagsOf(pages)} <Layout>
${pages.map(pageOf).join('')} </Layout>
</alto>
`;
