import { IntlMessageFormat } from 'intl-messageformat';
import type { MailLocale, MailTemplate } from '../mail-values.js';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** One mail in messages of ICU MessageFormat. A paragraph is one message, or one that is said for each of several; one that comes out empty is left out. */
export interface MailMessages {
  subject: string;
  paragraphs: readonly (string | { each: string; say: string })[];
  open?: string;
}

/** Every sentence a mail says, by language. */
export const catalogues: Record<MailLocale, Record<MailTemplate, MailMessages>> = { 'zh-CN': zhCN, en };

const compiled: Record<MailLocale, Map<string, IntlMessageFormat>> = { 'zh-CN': new Map(), en: new Map() };

/** Messages are compiled once in the life of a process. A value that nobody gave and a choice that no message foresees are faults. */
export const messageIn = (locale: MailLocale, message: string): IntlMessageFormat => {
  const known = compiled[locale].get(message);
  if (known) return known;
  const made = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true, requiresOtherClause: false });
  compiled[locale].set(message, made);
  return made;
};
