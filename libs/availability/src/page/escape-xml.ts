const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML and XML, in attributes too. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => named[character]!);
