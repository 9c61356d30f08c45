/** What of a mail says whether a person wrote it. Headers in lower case; those that are not there are undefined. */
export interface MailSigns {
  /** From the envelope; empty for word of mail servers. */
  envelopeFrom: string;
  contentType: string | undefined;
  autoSubmitted: string | undefined;
  precedence: string | undefined;
  /** Names of all headers. */
  names: readonly string[];
}

export type MailNature = 'written' | 'automatic' | 'bounce';

const LISTS = /^(bulk|junk|list|auto_reply)$/i;
const AUTOMATIC = ['x-loop', 'x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'list-id', 'list-unsubscribe', 'feedback-id'];

/**
 * Whether a person wrote it (RFC 3834). An answer to what a program wrote by itself would be answered by itself, and so on
 * for ever: such mail is let go by.
 */
export const natureOf = ({ envelopeFrom, contentType, autoSubmitted, precedence, names }: MailSigns): MailNature => {
  if (/^multipart\/report\b[^]*report-type="?delivery-status/i.test(contentType ?? '')) return 'bounce';
  const isAutomatic = envelopeFrom === '' || (autoSubmitted !== undefined && !/^no\b/i.test(autoSubmitted.trim())) || LISTS.test(precedence?.trim() ?? '') || names.some((name) => AUTOMATIC.includes(name));
  return isAutomatic ? 'automatic' : 'written';
};
