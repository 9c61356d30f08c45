import { api, type Call, type FilingChange, type FilingVersion } from '@inkproof/contract';
import { drawPage } from '@inkproof/drawn-pages';

export const TEXT = 'We process the following information: your name and phone number.\nYou agree that pictures of your receipts are passed to Inkproof for text recognition.\nYou agree that the results are returned to us.';
export const picture = Buffer.from(drawPage({ lines: ['CONSENT'], widthPx: 240, fontPx: 28 }));
const whole: FilingChange = { text: TEXT, language: 'en', effective_on: '2026-01-01', media: ['web_operation'], identity_binding: 'A verified number', categories: ['name', 'phone'], purpose: 'Settling freight', method: 'Reading the words in pictures', retention_days: 30, controller_name: 'Demo', controller_contact: 'privacy@demo.example', rights: 'Write to us' };

/** A draft with every element. How one is written has a journey of its own. */
export const draftOf = async (call: Call, name: string): Promise<FilingVersion> => {
  const { filing, suggestions } = await call(api.filings.create, { body: { ...whole, name } });
  const params = { id: filing.id };
  await call(api.filings.addFile, { params, body: { kind: 'page_screenshot', name: 'page.png', base64: picture.toString('base64') } });
  return call(api.filings.change, { params, body: { spans: suggestions } });
};

export const handIn = async (call: Call, name: string): Promise<FilingVersion> => call(api.filings.submit, { params: { id: (await draftOf(call, name)).filing.id } });
