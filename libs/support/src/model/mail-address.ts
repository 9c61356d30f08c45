/**
 * Addresses that a ticket is answered at: `support+<ticket><token>@…`. The ticket is there in the open, so that it is found;
 * the token, made of ticket and recipient under a key of ours, is what nobody can make up.
 */
const TICKET_DIGITS = 26;
export const TOKEN_DIGITS = 24;
const DIGIT = '[0-9a-hjkmnp-tv-z]';

export type MailAddress = { kind: 'desk' } | { kind: 'ticket'; ticketId: `tkt_${string}`; token: string };

const split = (address: string): [local: string, domain: string] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
};

export const addressOf = (desk: string, ticketId: string, token: string): string => {
  const [local, domain] = split(desk);
  return `${local}+${ticketId.slice('tkt_'.length)}${token}@${domain}`;
};

/** What an address is of ours; undefined when it is none. Mail servers may change the case of letters. */
export const readAddress = (desk: string, given: string): MailAddress | undefined => {
  const [[local, domain], [name, host]] = [split(desk), split(given)];
  if (host !== domain) return undefined;
  if (name === local) return { kind: 'desk' };
  const [, ticket, token] = new RegExp(`^\\+(${DIGIT}{${TICKET_DIGITS}})(${DIGIT}{${TOKEN_DIGITS}})$`).exec(name.startsWith(local) ? name.slice(local.length) : '') ?? [];
  return ticket === undefined || token === undefined ? undefined : { kind: 'ticket', ticketId: `tkt_${ticket}`, token };
};
