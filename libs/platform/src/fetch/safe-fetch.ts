import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Exceptions, isPublicAddress } from './address.js';

export type RefusedBecause = 'scheme' | 'credentials' | 'port' | 'address' | 'insecure';
export type FailedBecause = 'name' | 'connection' | 'timeout' | 'status' | 'redirects' | 'too_large' | 'encoding' | 'type';

/** The address may not be asked. It says why and never what it resolved to: that is nobody's business outside. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor(readonly because: RefusedBecause) {
    super(`The address may not be fetched: ${because}`);
  }
}

export class NotFetched extends Error {
  override readonly name = 'NotFetched';

  constructor(
    readonly because: FailedBecause,
    readonly status?: number,
  ) {
    super(`The address could not be fetched: ${because}${status === undefined ? '' : ` ${status}`}`);
  }
}

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

export interface SafeFetchSettings {
  /** Hosts and address blocks that may be asked although they are not on the open internet, over any port and plain http. */
  exceptions: readonly string[];
  resolve?: Resolve;
}

/** What may come, and until when. */
export interface GetSettings {
  maxBytes: number;
  timeoutMs: number;
  signal?: AbortSignal;
  /** Whether a body is wanted that its host says is of this media type, in small letters and without parameters; not asked where the host says nothing. */
  isWanted?: (mediaType: string) => boolean;
}

interface Asked {
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

const CHECK_TIMEOUT_MS = 5_000;
const REDIRECTS_MAX = 3;
const REDIRECT = [301, 302, 303, 307, 308];
const DEFAULT_PORTS = ['', '80', '443'];

/** The system's resolver has no deadline of its own, and whoever owns a name can have it wait. */
const withinTime = <Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  Promise.race([work, new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new NotFetched('timeout')), { once: true }))]);

const resolveBySystem: Resolve = (host) => dnsLookup(host, { all: true, verbatim: true });

/**
 * Asks addresses that strangers name. A host is resolved once, every address it has is judged, and the connection goes to
 * the one that was judged: a name that changes its mind in between changes nothing. Redirects are judged anew.
 */
export class SafeFetch {
  readonly #exceptions: Exceptions;
  readonly #resolve: Resolve;

  constructor({ exceptions, resolve = resolveBySystem }: SafeFetchSettings) {
    this.#exceptions = new Exceptions(exceptions);
    this.#resolve = resolve;
  }

  /** Throws `AddressRefused` or, for a name nobody knows, `NotFetched`. Nothing is connected to. */
  async check(url: string, { httpsOnly = false } = {}): Promise<void> {
    await this.#judge(new URL(url), httpsOnly, AbortSignal.timeout(CHECK_TIMEOUT_MS));
  }

  /** The body of what stands at the address. Throws `AddressRefused` and `NotFetched`. */
  async get(url: string, { timeoutMs, signal, ...bounds }: GetSettings): Promise<Buffer> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const both = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      return await this.#follow(new URL(url), bounds, both);
    } catch (error) {
      signal?.throwIfAborted();
      throw timeout.aborted ? new NotFetched('timeout') : error;
    }
  }

  /** Posts and answers the status, whatever it is; what the receiver says beside it is not read. Over https, except to exceptions. */
  async post(url: string, { headers, body, timeoutMs }: { headers: Record<string, string>; body: string; timeoutMs: number }): Promise<{ status: number }> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const target = new URL(url);
      const answer = await this.#ask(target, await this.#judge(target, true, signal), { method: 'POST', headers, body, signal });
      answer.destroy();
      return { status: answer.statusCode ?? 0 };
    } catch (error) {
      throw signal.aborted ? new NotFetched('timeout') : error;
    }
  }

  async #follow(start: URL, { maxBytes, isWanted }: Pick<GetSettings, 'maxBytes' | 'isWanted'>, signal: AbortSignal): Promise<Buffer> {
    let url = start;
    for (let hops = 0; hops <= REDIRECTS_MAX; hops++) {
      // Who began in secret does not go on in the open.
      const answer = await this.#ask(url, await this.#judge(url, start.protocol === 'https:', signal), { method: 'GET', signal });
      const status = answer.statusCode ?? 0;
      const { location } = answer.headers;
      if (REDIRECT.includes(status) && location !== undefined && URL.canParse(location, url.href)) {
        answer.destroy();
        url = new URL(location, url);
        continue;
      }
      if (status !== 200) throw (answer.destroy(), new NotFetched('status', status));
      const mediaType = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      if (mediaType && isWanted?.(mediaType) === false) throw (answer.destroy(), new NotFetched('type'));
      return readAll(answer, maxBytes);
    }
    throw new NotFetched('redirects');
  }

  /** The address to connect to. */
  async #judge(url: URL, httpsOnly: boolean, signal: AbortSignal): Promise<{ address: string; family: number }> {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AddressRefused('scheme');
    if (url.username || url.password) throw new AddressRefused('credentials');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const known = isIP(host);
    const addresses = known ? [{ address: host, family: known }] : await withinTime(this.#resolve(host), signal).catch(() => { throw new NotFetched('name'); });
    const [first] = addresses;
    if (!first) throw new NotFetched('name');
    if (addresses.every(({ address }) => this.#exceptions.cover(host, address))) return first;
    if (!addresses.every(({ address }) => isPublicAddress(address))) throw new AddressRefused('address');
    if (!DEFAULT_PORTS.includes(url.port)) throw new AddressRefused('port');
    if (httpsOnly && url.protocol !== 'https:') throw new AddressRefused('insecure');
    return first;
  }

  #ask(url: URL, pinned: { address: string; family: number }, { method, headers = {}, body, signal }: Asked): Promise<IncomingMessage> {
    const lookup: LookupFunction = (_host, options, answer) => (options.all ? answer(null, [pinned]) : answer(null, pinned.address, pinned.family));
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
        url,
        // A connection kept for the next would skip the judging of the next.
        { method, lookup, signal, agent: false, headers: { 'user-agent': 'Inkproof', accept: '*/*', 'accept-encoding': 'identity', ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) } },
        resolve,
      );
      request.on('error', () => reject(new NotFetched('connection')));
      request.end(body);
    });
  }
}

/** Counts while it comes, whatever the header promised. Compressed bodies are refused: a few bytes can hold a mountain. */
const readAll = (answer: IncomingMessage, maxBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const give = (error: Error): void => {
      reject(error);
      answer.destroy();
    };
    const encoding = answer.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') return give(new NotFetched('encoding'));
    if (Number(answer.headers['content-length'] ?? 0) > maxBytes) return give(new NotFetched('too_large'));
    const chunks: Buffer[] = [];
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) return give(new NotFetched('too_large'));
      chunks.push(chunk);
    });
    answer.on('end', () => (answer.complete ? resolve(Buffer.concat(chunks)) : reject(new NotFetched('connection'))));
    answer.on('error', () => reject(new NotFetched('connection')));
    answer.on('aborted', () => reject(new NotFetched('connection')));
  });
