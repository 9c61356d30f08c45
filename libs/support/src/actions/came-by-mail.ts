import type { SentFile } from '@inkproof/platform';
import type { MailNature } from '../model/mail-nature.js';

/** A mail as it was read. */
export interface CameByMail {
  nature: MailNature;
  /** Of its one author, in lower case; null where there is none, or several. */
  from: string | null;
  subject: string;
  /** What its author wrote, without what they quote. */
  words: string;
  files: readonly SentFile[];
  messageId: string | null;
  /** What was found out about who sent it. `isProven`: the domain in its From vouches for it. `isForged`: that domain says that it does not. */
  checked: { text: string; isProven: boolean; isForged: boolean };
  /** Of what came back: the id of the mail that did, the status, and whether it will not be tried again. */
  bounce: { about: string | null; status: string; isFinal: boolean } | null;
}

const WORDS_MAX_CHARACTERS = 20_000;

/** As they are written on a ticket, with word of files that were not taken. */
export const wordsOf = ({ words }: Pick<CameByMail, 'words'>, left: number): string => {
  const own = words.replaceAll('\0', '').slice(0, WORDS_MAX_CHARACTERS - 100).trim() || '—';
  return left ? `${own}\n\n[${left} × 📎 ✗]` : own;
};
