const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Text with `code` in backticks, as the contract's descriptions are written. */
export const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** One page of the documentation. No script: it is read, and it works in whatever reads it. */
export const page = (title: string, body: string, aside = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Inkproof</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header><a class="brand" href="/docs"><span aria-hidden="true">正</span> 墨证 Inkproof</a><nav><a href="/docs">API</a><a href="/docs/problems">Problems</a><a href="/v1/openapi.json">OpenAPI 3.1</a></nav></header>
<div class="frame">${aside}<main>${body}</main></div>
</body>
</html>
`;
