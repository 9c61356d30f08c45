import { Resolver } from 'node:dns/promises';
import type { AuthenticateOptions } from 'mailauth';
import type { CameByMail } from '../actions/came-by-mail.js';

/** How a name is looked up: what `dns.promises.resolve` takes and answers. */
export type Resolve = NonNullable<AuthenticateOptions['resolver']>;

/** Over what and by whom a mail was brought. */
export interface Brought {
  ip: string;
  helo: string;
  envelopeFrom: string;
}

const LOOK_UP_MS = 3_000;
const dns = new Resolver({ timeout: LOOK_UP_MS, tries: 2 });
export const lookUp: Resolve = (name, type) => dns.resolve(name, type) as ReturnType<Resolve>;

const isWithin = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);

/** What DKIM, SPF and DMARC say of a mail (RFC 6376, 7208, 9989). Where names cannot be looked up, nothing is proven. */
export const checkSender = async (raw: Buffer, from: string | null, { ip, helo, envelopeFrom }: Brought, resolver: Resolve): Promise<CameByMail['checked']> => {
  // Loaded with the first mail: it brings three hundred files, for which every start would wait, of installs too that take none.
  const { authenticate } = await import('mailauth');
  const { dkim, spf, dmarc } = await authenticate(raw, { ip, helo, sender: envelopeFrom, resolver, disableArc: true, disableBimi: true });
  const domain = from?.split('@').at(-1) ?? '';
  const signed = dkim.results.filter(({ status }) => status.result === 'pass').map(({ signingDomain }) => String(signingDomain).toLowerCase());
  const spfResult = spf ? spf.status.result : 'none';
  const dmarcResult = dmarc ? dmarc.status.result : 'none';
  const text = `dkim=${signed.length ? `pass (${signed.join(', ').slice(0, 200)})` : (dkim.results[0]?.status.result ?? 'none')} spf=${spfResult} dmarc=${dmarcResult}`;
  const vouches = signed.some((signer) => isWithin(domain, signer)) || (spfResult === 'pass' && envelopeFrom.toLowerCase().endsWith(`@${domain}`));
  return { text, isProven: domain !== '' && vouches, isForged: dmarcResult === 'fail' && dmarc !== false && ['reject', 'quarantine'].includes(String(dmarc.policy)) };
};
