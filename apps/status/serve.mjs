// Serves the status page from the folder that STATUS_URL names. It knows no database, no API and no package: it goes on when they do not.
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const mediaTypes = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
};
const fixed = {
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Access-Control-Allow-Origin': '*',
};
const NOTHING_HERE = 'There is nothing here.\n';
const NOTHING_YET = 'The status page has not been made yet.\n';

/** The file that an address names, or nothing. There are no folders in it. */
const nameOf = (address) => {
  const { pathname } = new URL(address, 'http://status');
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  return /^[a-z0-9][a-z0-9.-]{0,80}$/.test(name) && path.extname(name) in mediaTypes ? name : undefined;
};

export const serveStatus = (folder) =>
  http.createServer(async (request, response) => {
    const answer = (status, headers, body) => response.writeHead(status, { ...fixed, ...headers }).end(request.method === 'HEAD' ? undefined : body);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
    const name = nameOf(request.url);
    if (!name) return answer(404, { 'Content-Type': 'text/plain' }, NOTHING_HERE);
    try {
      const file = await fs.open(path.join(folder, 'current', name));
      try {
        const [text, { mtime }] = [await file.readFile(), await file.stat()];
        const isSeen = Date.parse(request.headers['if-modified-since'] ?? '') >= Math.floor(mtime / 1000) * 1000;
        return isSeen ? answer(304, {}) : answer(200, { 'Content-Type': mediaTypes[path.extname(name)], 'Last-Modified': mtime.toUTCString() }, text);
      } finally {
        await file.close();
      }
    } catch (error) {
      if (error.code !== 'ENOENT') return answer(500, { 'Content-Type': 'text/plain' }, 'The status page cannot be read.\n');
      const isMade = await fs.access(path.join(folder, 'current')).then(() => true, () => false);
      return isMade ? answer(404, { 'Content-Type': 'text/plain' }, NOTHING_HERE) : answer(503, { 'Content-Type': 'text/plain', 'Retry-After': '30' }, NOTHING_YET);
    }
  });

const isStarted = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isStarted) {
  const { STATUS_URL = '', STATUS_HOST = '127.0.0.1', STATUS_PORT = '3300' } = process.env;
  if (!STATUS_URL.startsWith('file:')) {
    console.error('STATUS_URL must be a folder, file:///a/folder: a bucket serves itself.');
    process.exit(1);
  }
  const server = serveStatus(fileURLToPath(STATUS_URL)).listen(Number(STATUS_PORT), STATUS_HOST);
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => (server.close(), server.closeAllConnections(), process.exit(0)));
}
