import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { fileOf, ScriptedReaders } from '../testing/scripted-readers.js';
import { ReadFilingText } from './read-filing-text.js';

/** An archive of one deflated file each, without the checks that nobody here makes. */
const zipOf = (files: Record<string, string>): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [bytes, title] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [part, at] of [[head, 8], [entry, 10]] as const) {
      part.writeUInt16LE(8, at);
      part.writeUInt32LE(packed.length, at + 10);
      part.writeUInt32LE(bytes.length, at + 14);
      part.writeUInt16LE(title.length, at + 18);
    }
    entry.writeUInt32LE(offset, 42);
    parts.push(head, title, packed);
    directory.push(entry, title);
    offset += head.length + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(Object.keys(files).length, at);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
};

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const docxOf = (...paragraphs: string[]): Buffer =>
  zipOf({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
  });

const reading = new ReadFilingText(new ScriptedReaders(), { maxPixels: 1_000, deadlineMs: 1_000 });
const read = (file: Buffer) => reading.of({ tenantId: 'ten_1', file, languages: ['auto'] });

it('reads a picture page by page, and says that a reader read it', async () => {
  expect(await read(fileOf({ pages: ['本人同意', 'Cafe\u0301'] }))).toEqual({ text: '本人同意\nCafé', source: 'image', advisory: true });
});

it('reads a DOCX paragraph by paragraph', async () => {
  expect(await read(docxOf('授权书', '本人同意'))).toEqual({ text: '授权书\n本人同意', source: 'docx', advisory: false });
});

it.each([
  ['an archive of something else', zipOf({ 'a.txt': 'x' }), 'image.unsupported'],
  ['a torn archive', docxOf('x').subarray(0, 200), 'image.unsupported'],
  ['a DOCX whose parts are noise', zipOf({ 'word/document.xml': '\u0001' }), 'image.corrupt'],
  ['one that unpacks to more than anybody writes', zipOf({ 'word/document.xml': ' '.repeat(50_000_000) }), 'image.corrupt'],
])('refuses %s', async (_, file, code) => {
  await expect(read(file)).rejects.toMatchObject({ code });
});
