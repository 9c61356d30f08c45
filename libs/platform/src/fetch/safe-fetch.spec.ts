import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { SafeFetch, type Resolve } from './safe-fetch.js';

const servers: Server[] = [];
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections(), server.close();
});

const here = new SafeFetch({ exceptions: ['127.0.0.0/8'] });
const strict = new SafeFetch({ exceptions: [] });
const caps = { maxBytes: 1_000, timeoutMs: 2_000 };
const resolving = (...addresses: string[]): Resolve => () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

describe('an address', () => {
  it.each([
    ['this machine', 'http://127.0.0.1/', 'address'],
    ['this machine in disguise', 'http://0x7f.1/', 'address'],
    ['this machine as one number', 'http://2130706433/', 'address'],
    ['this machine in IPv6', 'http://[::ffff:7f00:1]/', 'address'],
    ["a cloud's credentials", 'http://169.254.169.254/latest/meta-data/', 'address'],
    ['a password', 'https://me:secret@8.8.8.8/', 'credentials'],
    ['a port of something else', 'http://8.8.8.8:6379/', 'port'],
    ['a file', 'file:///etc/passwd', 'scheme'],
  ])('with %s is refused', async (_, url, because) => {
    await expect(strict.check(url)).rejects.toMatchObject({ name: 'AddressRefused', because });
  });

  it('is refused when any of the addresses of its name leads inside', async () => {
    await expect(new SafeFetch({ exceptions: [], resolve: resolving('8.8.8.8', '10.0.0.1') }).check('https://two-faced.example/')).rejects.toMatchObject({ because: 'address' });
  });

  it('may have to be secret', async () => {
    const fetch = new SafeFetch({ exceptions: [], resolve: resolving('8.8.8.8') });
    await expect(fetch.check('http://a.example/', { httpsOnly: true })).rejects.toMatchObject({ because: 'insecure' });
    await expect(fetch.check('https://a.example/', { httpsOnly: true })).resolves.toBeUndefined();
  });

  it('that nobody knows is not fetched', async () => {
    await expect(new SafeFetch({ exceptions: [], resolve: () => Promise.reject(new Error('ENOTFOUND')) }).check('https://nobody.example/')).rejects.toMatchObject({ name: 'NotFetched', because: 'name' });
  });
});

describe('fetching', () => {
  it('waits for a name no longer than for a file', async () => {
    const fetch = new SafeFetch({ exceptions: [], resolve: () => new Promise(() => {}) });
    await expect(fetch.get('https://never.example/', { ...caps, timeoutMs: 50 })).rejects.toMatchObject({ because: 'timeout' });
    await expect(fetch.post('https://never.example/', { headers: {}, body: '', timeoutMs: 50 })).rejects.toMatchObject({ because: 'timeout' });
  });

  it('answers the body', async () => {
    const url = await serve((_, response) => response.end('a page'));
    expect((await here.get(url, caps)).toString()).toBe('a page');
  });

  it('connects to the address that was judged, whatever the name says later', async () => {
    const url = await serve((request, response) => response.end(request.headers.host));
    let asked = 0;
    const fetch = new SafeFetch({ exceptions: ['127.0.0.0/8'], resolve: () => Promise.resolve([{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]) });
    const named = url.replace('127.0.0.1', 'pinned.example');
    expect((await fetch.get(named, caps)).toString()).toContain('pinned.example');
    expect(asked).toBe(1);
  });

  it('follows a redirect, and judges where it leads', async () => {
    const goal = await serve((_, response) => response.end('there'));
    const inside = await serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end());
    const onward = await serve((_, response) => response.writeHead(301, { location: goal }).end());
    expect((await here.get(onward, caps)).toString()).toBe('there');
    await expect(here.get(inside, caps)).rejects.toMatchObject({ name: 'AddressRefused', because: 'address' });
  });

  it('gives up in a circle', async () => {
    const url = await serve((request, response) => response.writeHead(302, { location: request.url ?? '/' }).end());
    await expect(here.get(url, caps)).rejects.toMatchObject({ because: 'redirects' });
  });

  it('stops at the cap, whether the size was said or not', async () => {
    const said = await serve((_, response) => response.end(Buffer.alloc(5_000)));
    const unsaid = await serve((_, response) => {
      response.on('error', () => {});
      for (let index = 0; index < 50; index++) response.write(Buffer.alloc(100));
      response.end();
    });
    await expect(here.get(said, caps)).rejects.toMatchObject({ because: 'too_large' });
    await expect(here.get(unsaid, caps)).rejects.toMatchObject({ because: 'too_large' });
  });

  it('takes nothing compressed', async () => {
    const url = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000))));
    await expect(here.get(url, caps)).rejects.toMatchObject({ because: 'encoding' });
  });

  it('does not wait for a server that dawdles', async () => {
    const url = await serve((_, response) => void response.writeHead(200).write('a'));
    await expect(here.get(url, { ...caps, timeoutMs: 200 })).rejects.toMatchObject({ name: 'NotFetched', because: 'timeout' });
  });

  it('is called off by whoever asked', async () => {
    const url = await serve((_, response) => void response.writeHead(200).write('a'));
    const off = new AbortController();
    setTimeout(() => off.abort(), 50);
    await expect(here.get(url, { ...caps, signal: off.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says when a server hung up, refused or had nothing', async () => {
    const cut = await serve((_, response) => (response.writeHead(200, { 'content-length': '100' }).write('a'), setTimeout(() => response.destroy(), 20)));
    const nothing = await serve((_, response) => response.writeHead(404).end());
    await expect(here.get(cut, caps)).rejects.toMatchObject({ because: 'connection' });
    await expect(here.get(nothing, caps)).rejects.toMatchObject({ because: 'status', status: 404 });
    await expect(here.get('http://127.0.0.1:1/', caps)).rejects.toMatchObject({ because: 'connection' });
  });
});

describe('posting', () => {
  it('sends headers and body, and answers the status whatever it is', async () => {
    let seen = '';
    const url = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => (seen += chunk.toString()));
      request.on('end', () => response.writeHead(request.headers['x-mine'] === 'yes' ? 418 : 400).end());
    });
    expect(await here.post(url, { headers: { 'x-mine': 'yes' }, body: '{"ü":1}', timeoutMs: 2_000 })).toEqual({ status: 418 });
    expect(seen).toBe('{"ü":1}');
  });

  it('does not follow a redirect', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect(await here.post(url, { headers: {}, body: '', timeoutMs: 2_000 })).toEqual({ status: 302 });
  });

  it('goes over https alone, but for exceptions', async () => {
    const fetch = new SafeFetch({ exceptions: [], resolve: resolving('8.8.8.8') });
    await expect(fetch.post('http://a.example/', { headers: {}, body: '', timeoutMs: 1_000 })).rejects.toMatchObject({ because: 'insecure' });
  });
});
