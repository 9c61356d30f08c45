import { simpleParser, type ParsedMail } from 'mailparser';
import type { CameByMail } from '../actions/came-by-mail.js';
import { MailRefused } from '../actions/mail-refused.js';
import { natureOf } from '../model/mail-nature.js';
import { ownWords } from '../model/own-words.js';
import { checkSender, type Brought, type Resolve } from './check-sender.js';

const PARTS_MAX = 100;
const HTML_MAX_CHARACTERS = 1_000_000;

const headerOf = ({ headerLines }: ParsedMail, name: string): string | undefined => {
  const line = headerLines.find(({ key }) => key === name)?.line;
  return line?.slice(line.indexOf(':') + 1).trim();
};

/** One author, or nobody knows who wrote it. */
const authorOf = ({ from, headerLines }: ParsedMail): string | null => {
  const [author, another] = from?.value ?? [];
  return headerLines.filter(({ key }) => key === 'from').length === 1 && author?.address && !another ? author.address.toLowerCase() : null;
};

/** What mail servers write of a mail that did not arrive (RFC 3464). */
const bounceOf = (raw: Buffer): NonNullable<CameByMail['bounce']> => {
  const text = raw.toString('latin1');
  return { about: /^message-id:\s*<(mal_[0-9a-hjkmnp-tv-z]{26})@/im.exec(text)?.[1] ?? null, status: /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ?? '5.0.0', isFinal: /^action:\s*failed\b/im.test(text) };
};

/** A mail, whatever program wrote it. What is nested or long beyond what people write is refused before it is taken apart. */
export const readMail = async (raw: Buffer, brought: Brought, resolver: Resolve): Promise<CameByMail> => {
  if ((raw.toString('latin1').match(/^content-type:/gim) ?? []).length > PARTS_MAX) throw new MailRefused(554, `5.6.0 The mail has more than ${PARTS_MAX} parts`);
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, maxHtmlLengthToParse: HTML_MAX_CHARACTERS }).catch(() => {
    throw new MailRefused(554, '5.6.0 The mail cannot be read');
  });
  const nature = natureOf({ envelopeFrom: brought.envelopeFrom, contentType: headerOf(parsed, 'content-type'), autoSubmitted: headerOf(parsed, 'auto-submitted'), precedence: headerOf(parsed, 'precedence'), names: parsed.headerLines.map(({ key }) => key) });
  const from = authorOf(parsed);
  return {
    nature,
    from,
    subject: parsed.subject ?? '',
    words: ownWords(parsed.text ?? ''),
    files: parsed.attachments.map(({ filename, content }) => ({ name: filename ?? '', bytes: content })),
    messageId: parsed.messageId?.slice(0, 998) ?? null,
    checked: await checkSender(raw, from, brought, resolver),
    bounce: nature === 'bounce' ? bounceOf(raw) : null,
  };
};
