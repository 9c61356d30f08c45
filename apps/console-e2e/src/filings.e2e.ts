import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { api } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';
import JSZip from 'jszip';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOf, open, openBrowser, reopen, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const NAME = `Delivery receipts ${Date.now()}`;
const TEXT = 'We process the following information: your name and phone number.\nYou agree that pictures of your receipts are passed to Inkproof for text recognition.\nYou agree that the results are returned to us.';
const picture = { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(drawPage({ lines: ['CONSENT'], widthPx: 240, fontPx: 28 })) };

it('an owner writes a filing step by step, marks what it states and hands it in; staff accept it; the receipt is there', async () => {
  const owner = await visit(browser, { as: 'demo' });
  const { page } = owner;
  await open(page, '/filings');
  await page.getByRole('button', { name: 'New filing' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill(NAME);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();

  await page.getByLabel('Who processes').fill('Demo');
  await page.getByLabel('Contact').fill('privacy@demo.example');
  await page.getByLabel('Purpose').fill('Settling freight');
  await page.getByLabel('Method').fill('Reading the words in pictures');
  await page.getByLabel('How people exercise their rights').fill('Write to privacy@demo.example');
  await page.getByLabel('Language').selectOption('en');
  await page.getByLabel('Days kept').fill('30');
  await page.getByLabel('In effect from').fill('2026-01-01');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByLabel('Text', { exact: true }).fill(TEXT);
  await page.getByRole('button', { name: 'Save and go on' }).click();

  // What was found is taken over, one is removed and marked by hand: select, then the letter.
  await page.getByRole('button', { name: 'Mark all' }).click();
  await page.getByRole('button', { name: 'Remove the mark' }).last().click();
  await expect.poll(() => page.locator('.rtext .mk-c').count()).toBe(0);
  await page.locator('.rtext p').last().selectText();
  await page.keyboard.press('c');
  await page.locator('.rtext .mk-c').first().waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByLabel('Act on a web page').check();
  await page.getByLabel('Knowing the person').fill('A verified number');
  await page.getByLabel('Name', { exact: true }).check();
  await page.getByLabel('Phone number').check();
  await page.locator('input[type=file]').setInputFiles(picture);
  await page.getByRole('link', { name: 'page.png' }).waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('All present').waitFor();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).waitFor();
  const address = page.url();

  const staff = await visit(browser, { as: 'admin' });
  await open(staff.page, `/admin/filings/${address.split('/').at(-1)}?state=submitted`);
  await staff.page.getByRole('heading', { level: 1, name: `${NAME}, version 1` }).waitFor();
  await staff.page.getByRole('button', { name: 'Deliver' }).click();
  await staff.page.getByText('Accepted for filing').first().waitFor();

  await reopen(page);
  const [receipt] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Receipt', exact: true }).click()]);
  expect(receipt.suggestedFilename()).toBe(`${NAME} v1.pdf`);
  expect([owner.complaints, staff.complaints]).toEqual([[], []]);
  await Promise.all([owner.context.close(), staff.context.close()]);
});

const pdfOf = async (words: string): Promise<Buffer> => {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]).drawText(words, { x: 72, y: 740, size: 14, font: await pdf.embedFont(StandardFonts.TimesRoman) });
  return Buffer.from(await pdf.save());
};

const docxOf = (words: string): Promise<Buffer> =>
  new JSZip()
    .file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    .file('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    .file('word/document.xml', `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`)
    .generateAsync({ type: 'nodebuffer' });

it('the text is read out of a document or a picture, which stays with the filing, and a picture is to be proofread', async () => {
  const { page, context, complaints } = await visit(browser, { as: 'demo' });
  const call = await callOf(context);
  const { id, filing } = await call(api.filings.create, { body: { name: `Read from files ${Date.now()}` } });
  await open(page, `/filings/${filing.id}/${id}`);
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  const text = page.getByLabel('Text', { exact: true });
  const read = (name: string, mimeType: string, buffer: Buffer) => page.getByLabel('Read it from a file').setInputFiles({ name, mimeType, buffer });
  await read('text.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', await docxOf('You agree to the recognition of your receipts.'));
  await expect.poll(() => text.inputValue()).toBe('You agree to the recognition of your receipts.');
  await read('text.pdf', 'application/pdf', await pdfOf('You agree that pictures of your receipts are passed on.'));
  await expect.poll(() => text.inputValue(), { timeout: 30_000 }).toBe('You agree that pictures of your receipts are passed on.');
  expect(await page.getByText('Compare it word by word.').count()).toBe(0);
  await read('text.png', 'image/png', Buffer.from(drawPage({ lines: ['YOU AGREE'], widthPx: 480, fontPx: 40 })));
  await expect.poll(() => text.inputValue(), { timeout: 30_000 }).toContain('YOU AGREE');
  await page.getByText('Compare it word by word.').waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.locator('.rtext').getByText('YOU AGREE').waitFor();
  const kept = await call(api.filings.version, { params: { id: filing.id, version: id } });
  expect(kept).toMatchObject({ text_source: 'image', files: [{ kind: 'source', name: 'text.docx' }, { kind: 'source', name: 'text.pdf' }, { kind: 'source', name: 'text.png' }] });
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);
