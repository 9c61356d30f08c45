import type { MailWords } from './templates.js';

/** How a mail can be answered by mail, and which mails it follows. */
export interface MailThread {
  /** Where answers go, and word that it did not arrive. */
  replyTo: string;
  /** Message-IDs, oldest first; of mails of ours, their ids. */
  references: readonly string[];
}

export interface Letter {
  subject: string;
  text: string;
  html: string;
  thread?: MailThread;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** The words as plain text, and as HTML without pictures, styles from elsewhere or anything that reports back. */
export const render = ({ subject, paragraphs, open }: MailWords, lang: string): Letter => {
  const link = open && escape(open.link);
  return {
    subject,
    text: [...paragraphs, ...(open ? [`${open.label}\n${open.link}`] : [])].join('\n\n').concat('\n'),
    html: [
      `<!doctype html><html lang="${lang}"><body style="margin:0;padding:32px 16px;background:#f6f4ef;color:#1d1b18;font:16px/1.7 system-ui,'PingFang SC','Microsoft YaHei',sans-serif">`,
      '<div style="max-width:520px;margin:0 auto;padding:32px;background:#fff;border:1px solid #e2ddd2;border-radius:8px">',
      '<p style="margin:0 0 24px;font-weight:600;letter-spacing:.04em">Inkproof 墨证</p>',
      ...paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph).replaceAll('\n', '<br>')}</p>`),
      ...(open ? [`<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:10px 20px;background:#1d1b18;color:#fff;text-decoration:none;border-radius:6px">${escape(open.label)}</a></p>`, `<p style="margin:0;font-size:13px;color:#6b655a;word-break:break-all">${link}</p>`] : []),
      '</div></body></html>',
    ].join('\n'),
  };
};
