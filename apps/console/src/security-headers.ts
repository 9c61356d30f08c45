/**
 * What a page may load. Scripts need the nonce of this very answer.
 * Styles may be inline: the places of words on a page and the widths of bars are computed, and a nonce does not reach style attributes.
 * Documents are drawn in a worker of our own, with the fonts they carry.
 * The development server evaluates code to show better traces; production never does.
 */
export const pagePolicy = (nonce: string, isDevelopment: boolean): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data: blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What every page says besides. Strict transport is only promised where the visitor came over TLS, or a plain install could never be opened again. */
export const securityHeaders = (isOverTls: boolean): [string, string][] => [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
  ...(isOverTls ? ([['strict-transport-security', 'max-age=31536000']] as [string, string][]) : []),
];
