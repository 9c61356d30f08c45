import { SafeFetch, type Config } from '@inkproof/platform';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FetchFile } from './fetch-file.js';

const never = new AbortController().signal;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.startsWith('/file')) response.end('a picture');
    else if (request.url?.startsWith('/as/')) response.writeHead(200, { 'content-type': decodeURIComponent(request.url.slice(4)) }).end('a picture');
    else if (request.url?.startsWith('/inside')) response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const fetcher = (urls: boolean, exceptions = ['127.0.0.0/8']) => new FetchFile(new SafeFetch({ exceptions }), { fetch: { urls, exceptions } } as Config);
const refusal = (given: FetchFile, address: string, maxBytes = 100) => given.for(address, maxBytes, never).then(() => 'fetched', (error: { code: string; message: string }) => error);

it('fetches what stands at an address', async () => {
  expect((await fetcher(true).for(`${url}/file`, 100, never)).toString()).toBe('a picture');
});

it.each(['image/tiff', 'Application/PDF', 'application/octet-stream', 'binary/octet-stream', 'image/x-unheard-of'])('fetches what its host calls %s', async (type) => {
  expect((await fetcher(true).for(`${url}/as/${encodeURIComponent(type)}`, 100, never)).toString()).toBe('a picture');
});

it.each(['text/html; charset=utf-8', 'application/json', 'Video/MP4', 'application/zip'])('does not download what its host calls %s', async (type) => {
  expect(await refusal(fetcher(true), `${url}/as/${encodeURIComponent(type)}`)).toMatchObject({ code: 'image.not_fetched', message: expect.stringContaining('no picture and no PDF') as string });
});

it('fetches nothing where the operator did not switch it on', async () => {
  expect(await refusal(fetcher(false), `${url}/file`)).toMatchObject({ code: 'image.address_refused', extras: { errors: [{ field: 'image.url' }] } });
});

it.each([
  ['an address inside', (): string => `${url}/file`, []],
  ['a way that leads inside', (): string => `${url}/inside`, ['127.0.0.0/8']],
  ['a password in the address', (): string => 'https://user:secret@files.example/a', []],
])('refuses %s and repeats nothing of it', async (_, address, exceptions) => {
  const error = await refusal(fetcher(true, exceptions), `${address()}?token=geheim`);
  expect(error).toMatchObject({ code: 'image.address_refused' });
  expect(JSON.stringify(error) + (error as { message: string }).message).not.toMatch(/127\.0|169\.254|geheim|secret/);
});

it('says what came instead of a file, or that it was too large', async () => {
  expect(await refusal(fetcher(true), `${url}/nothing`)).toMatchObject({ code: 'image.not_fetched', message: 'The host answered 404 instead of the file.' });
  expect(await refusal(fetcher(true), `${url}/file`, 3)).toMatchObject({ code: 'image.not_fetched', message: 'The file is larger than 3 bytes.' });
});
