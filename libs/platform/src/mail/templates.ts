import { givenTo, type Given } from './given.js';
import type { MailLocale, MailTemplate, MailValues } from './mail-values.js';
import { catalogues, messageIn } from './words/catalogue.js';

/** One mail in words: paragraphs, and at most one thing to open. */
export interface MailWords {
  subject: string;
  paragraphs: string[];
  open?: { label: string; link: string };
}

/** A name somebody chose may not pass for a line, a header or a link of ours. */
const harmless = (value: string): string => value.replace(/[\p{C}\s]+/gu, ' ').replace(/(https?:)?\/\//gi, ' ').trim();
/** What the desk says is its own: lines and links stay, and what cannot be seen goes. */
const asSaid = (words: string): string => words.replaceAll('\t', ' ').replace(/[^\P{C}\n]/gu, '').trim();
const harmlessWithin = (value: unknown): unknown => (typeof value === 'string' ? harmless(value) : Array.isArray(value) ? value.map(harmlessWithin) : value);

/** Every mail this install sends, in both languages. */
export const mailWords = <Template extends MailTemplate>(template: Template, locale: MailLocale, values: MailValues[Template]): MailWords => {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]: [string, unknown]) => [name, name === 'link' ? value : name === 'words' && typeof value === 'string' ? asSaid(value) : harmlessWithin(value)]));
  const { single, lists } = givenTo(template, shown as MailValues[Template]);
  const say = (message: string, one?: Given): string => String(messageIn(locale, message).format({ ...single, ...one }));
  const { subject, paragraphs, open } = catalogues[locale][template];
  return {
    subject: say(subject),
    paragraphs: paragraphs.flatMap((paragraph) => (typeof paragraph === 'string' ? [say(paragraph)].filter((said) => said !== '') : lists[paragraph.each]!.map((one) => say(paragraph.say, one)))),
    ...(open !== undefined && { open: { label: say(open), link: String(single.link) } }),
  };
};
