import { Refusal } from '@inkproof/contract';
import { AddressRefused, NotFetched, type Config, type SafeFetch } from '@inkproof/platform';

const TIMEOUT_MS = 10_000;

const why: Record<AddressRefused['because'], string> = {
  scheme: 'Only http and https addresses are fetched.',
  credentials: 'The address holds a user name or a password. Send an address without, such as one that is signed for a short time.',
  port: 'Only ports 80 and 443 are fetched from.',
  address: 'The address does not lead to the public internet. Send the file itself instead.',
  insecure: 'The address leads on from https to http. Name the address that it leads to.',
};

const whyNot = ({ because, status }: NotFetched, maxBytes: number): string =>
  ({
    name: 'There is no host of that name.',
    connection: 'The host did not take the connection, or broke it off.',
    timeout: `The file had not come after ${TIMEOUT_MS / 1_000} s.`,
    status: `The host answered ${status ?? 'with an error'} instead of the file.`,
    redirects: 'The address leads on too many times.',
    too_large: `The file is larger than ${maxBytes} bytes.`,
    encoding: 'The host sent the file compressed although it was asked not to.',
    type: 'The host says that it is no picture and no PDF: perhaps a page that shows the file, or one to sign in on. Name the address of the file itself.',
  })[because];

/** Hosts often name no type, or none in particular; what a file is, its bytes tell. But none calls a picture a page or a film. */
const isSomethingElse = /^(?:text|audio|video|font|multipart|message)\/|^application\/(?:json|xml|xhtml\+xml|javascript|zip|gzip)$/;
const mayBeDocument = (mediaType: string): boolean => !isSomethingElse.test(mediaType);

/** Fetches a file that a caller named by its address. What is said when that fails repeats nothing of the address. */
export class FetchFile {
  constructor(
    private readonly fetcher: SafeFetch,
    private readonly config: Config,
  ) {}

  async for(url: string, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
    const errors = [{ field: 'image.url', message: 'cannot be fetched' }];
    if (!this.config.fetch.urls) throw new Refusal('image.address_refused', 'This install fetches no files. Send the file itself.', { errors });
    try {
      return await this.fetcher.get(url, { maxBytes, timeoutMs: TIMEOUT_MS, signal, isWanted: mayBeDocument });
    } catch (error) {
      if (error instanceof AddressRefused) throw new Refusal('image.address_refused', why[error.because], { errors });
      if (error instanceof NotFetched) throw new Refusal('image.not_fetched', whyNot(error, maxBytes), { errors });
      if (signal.aborted) throw new Refusal('request.interrupted', 'The caller hung up.');
      throw error;
    }
  }
}
