import { Refusal } from '@inkproof/contract';
import { AddressRefused, NotFetched, type SafeFetch } from '@inkproof/platform';

const reasons: Record<AddressRefused['because'], string> = {
  scheme: 'Give an address that begins with https://.',
  credentials: 'The address holds a user name or password. Messages are signed; check the signature instead.',
  port: 'Messages go to the usual ports 80 and 443 only, unless the operator allows your host.',
  address: 'The address does not belong to the open internet. The operator can allow hosts and address blocks of your own network.',
  insecure: 'Messages go over https only, unless the operator allows your host.',
};

/** Looks at an address before anything is promised for it. Each message judges it again, because names move. */
export const checkAddress = async (fetch: SafeFetch, url: string): Promise<void> => {
  const refuse = (detail: string) => new Refusal('webhook.address_refused', detail, { errors: [{ field: 'url', message: 'may not be sent to' }] });
  await fetch.check(url, { httpsOnly: true }).catch((error: unknown) => {
    if (error instanceof AddressRefused) throw refuse(reasons[error.because]);
    if (error instanceof NotFetched) throw refuse('The name of the host is not known here. Check its spelling.');
    throw error;
  });
};
