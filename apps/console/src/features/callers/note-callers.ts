import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { withCaller } from './with-caller';

/**
 * Adds, to the addresses a request says it came through, the one it truly came from.
 * Next keeps whatever X-Forwarded-For a stranger sends, and the API counts failed sign-ins by address:
 * it trusts as many addresses from the right as it was told there are proxies, and this console is the last of them.
 */
export const noteCallers = (): void =>
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers['x-forwarded-for'] = withCaller(request.headers['x-forwarded-for'], request.socket.remoteAddress);
  });
