import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** HTML that somebody wrote is shown as it was written, and a picture as the link it is: nothing is fetched from elsewhere. */
const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ href, text }) => `<a href="${escape(href)}">${escape(text || href)}</a>`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** A page has one first heading and a few second ones; those of a message stand below them. */
const headings = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' };

/** Only whole addresses lead anywhere: one without a scheme would be a page of ours. */
const linked: sanitizeHtml.Transformer = (tagName, { href = '' }) => ({ tagName, attribs: { ...(/^(https?:\/\/|mailto:)/i.test(href) && { href }), rel: 'noopener noreferrer nofollow ugc', target: '_blank' } });

/** Everything else goes, whatever came before this. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'h3', 'h4', 'h5', 'h6', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  parseStyleAttributes: false,
  transformTags: { ...headings, a: linked },
};

/** What somebody wrote on a ticket, as HTML that can neither run nor fetch anything. What is too strange to be read is shown as it stands. */
export const htmlOf = (markdown: string): string => {
  try {
    return sanitizeHtml(marked.parse(markdown, { async: false }), allowed);
  } catch {
    return `<p>${escape(markdown)}</p>`;
  }
};
