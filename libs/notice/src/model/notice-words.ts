import type { NoticeKind } from '@inkproof/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import type { NoticeValues } from './notice.js';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

/** One notice as people read it, in one language. */
export interface NoticeText {
  title: string;
  paragraphs: string[];
}

type Language = keyof NoticeValues;

export const languages = ['zh', 'en'] as const satisfies readonly Language[];

interface Words {
  /** What comes before the title of the matter. */
  kinds: Record<NoticeKind, string>;
  /** How a named value is introduced. `title` goes into the title, `text` stands by itself; a name that is not here is shown without one. */
  labels: Record<string, string>;
  titled: IntlMessageFormat;
  labelled: IntlMessageFormat;
}

const wordsOf = (language: Language, { kinds, labels, titled, labelled }: typeof zh): Words => {
  const message = (text: string): IntlMessageFormat => new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  return { kinds, labels, titled: message(titled), labelled: message(labelled) };
};
const words: Record<Language, Words> = { zh: wordsOf('zh', zh), en: wordsOf('en', en) };

/** What is told, in words: whatever it was given is said, in the order in which it was given. */
export const noticeText = (kind: NoticeKind, values: NoticeValues, language: Language): NoticeText => {
  const { kinds, labels, titled, labelled } = words[language];
  const { title, ...rest } = values[language];
  const paragraphs = Object.entries(rest)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => (labels[name] ? String(labelled.format({ label: labels[name], value })) : value));
  return { title: title ? String(titled.format({ kind: kinds[kind], title })) : kinds[kind], paragraphs };
};
