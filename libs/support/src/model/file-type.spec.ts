import { ticketFileTypes } from '@inkproof/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, fileTypeOf } from './file-type.js';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('a file is what its bytes say', () => {
  it.each([
    ['image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'x.html'],
    ['image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'x.svg'],
    ['image/webp', text('RIFF\0\0\0\0WEBPVP8 '), 'x'],
    ['application/pdf', text('%PDF-1.7'), 'x.txt'],
    ['application/json', text('\n{"job": "job_1"}'), 'x.txt'],
    ['text/plain', text('{"job": 1}\n{"job": 2}'), 'lines.log'],
    ['text/plain', text('<34>1 2026-11-27T09:00:00Z node-2 lease kept'), 'syslog'],
    ['text/plain', text('\x1b[31mred\x1b[0m'), 'x.png'],
    ['text/csv', text('id,state\njob_1,queued'), 'jobs.CSV'],
    ['text/plain', text('墨证'), '日志.txt'],
  ] as const)('%s', (type, bytes, name) => expect(fileTypeOf(bytes, name)).toBe(type));

  it.each([
    ['an SVG (FreeScout 1359)', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['an SVG after white space and a byte order mark', '\ufeff \n<svg/>'],
    ['an XML', '<?xml version="1.0"?><svg/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a page that begins with a comment', '<!-- x --><html>'],
    ['a page called text', '<HTML>'],
    ['an archive', 'PK\x03\x04'],
    ['a program', '\x7fELF\x02'],
    ['nothing', ''],
    ['white space', ' \n'],
  ])('never %s', (_, words) => expect(fileTypeOf(text(words), 'x.txt')).toBeUndefined());

  it('never bytes that are no text', () => expect(fileTypeOf(new Uint8Array([0xff, 0xfe, 0x41, 0xd8]), 'x.txt')).toBeUndefined());
});

describe('a name', () => {
  it.each([
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\temp\\page.PNG', 'image/png', 'page.PNG'],
    ['invoice\u202egnp.html', 'text/plain', 'invoicegnp.html.txt'],
    ['a\r\nSet-Cookie: x', 'application/pdf', 'aSet-Cookie x.pdf'],
    ['', 'image/jpeg', 'file.jpg'],
    ['...', 'text/csv', 'file.csv'],
    ['运行日志.log', 'text/plain', '运行日志.log'],
  ] as const)('%j of %s is %j', (given, type, name) => expect(fileNameOf(given, type)).toBe(name));

  it('is short, lies in no folder, can be seen whole and says what the file is, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...ticketFileTypes), (given, type) => {
        const name = fileNameOf(given, type);
        expect([...name].length).toBeLessThanOrEqual(126);
        expect(name).not.toMatch(/[\p{C}\\/"<>]/u);
        expect(name).toMatch(/^[^.\s].*\.(png|jpe?g|webp|pdf|json|csv|txt|log|md)$/iu);
      }),
    );
  });
});
