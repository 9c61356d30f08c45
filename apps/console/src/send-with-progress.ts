/** An answer of XMLHttpRequest as fetch would give it. */
const answerOf = (request: XMLHttpRequest): Response => {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split(/[\r\n]+/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const isBare = request.status === 204 || request.status === 304;
  return new Response(isBare ? null : request.responseText, { status: request.status, statusText: request.statusText, headers });
};

/** A `fetch` that tells how much of the body has left, which the real one cannot. */
export const sendWithProgress =
  (onSent: (share: number) => void): typeof fetch =>
  (address, init = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init.method ?? 'GET', String(address));
      new Headers(init.headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.upload.onprogress = (event) => onSent(event.lengthComputable ? event.loaded / event.total : 0);
      request.upload.onload = () => onSent(1);
      request.onload = () => resolve(answerOf(request));
      request.onerror = () => reject(new TypeError('The network did not carry the request'));
      request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
      init.signal?.addEventListener('abort', () => request.abort());
      request.send((init.body ?? null) as XMLHttpRequestBodyInit | null);
    });
