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
<link rel="icon" href="/docs/icon.svg" type="image/svg+xml">
</head>
<body>
<header><a class="brand" href="/docs"><span aria-hidden="true">正</span> 墨证 Inkproof</a><nav><a href="/docs">API</a><a href="/docs/problems">Problems</a><a href="/v1/openapi.json">OpenAPI 3.1</a></nav></header>
<div class="frame">${aside}<main>${body}</main></div>
</body>
</html>
`;

/** The seal with 正 cut into it, as in the console. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="38" height="38" x="1" y="1" rx="1.5" fill="#BE2F1B"/><path d="M9 9.9h22M20 9.9v20.3M20 19.3h8.5M12.8 17.500v12.700M7.500 30.200h25" fill="none" stroke="#fff" stroke-width="3.500"/></svg>';
