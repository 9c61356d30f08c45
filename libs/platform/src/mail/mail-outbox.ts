import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Run, Tx } from '../database/database.js';
import { seal } from '../vault/seal.js';
import { render } from './render.js';
import { mailWords, type MailLocale, type MailTemplate, type MailValues } from './templates.js';

/** A mail to be written. */
export type NewMail<Template extends MailTemplate = MailTemplate> = {
  [Name in Template]: {
    /** Whose act it tells of; null for the provider's own. */
    tenantId: Id<'ten'> | null;
    to: string;
    template: Name;
    locale: MailLocale;
    values: MailValues[Name];
    /** From then on it would tell of something that is over. */
    expiresAt: Date;
  };
}[Template];

const write = (to: Tx | Run, text: string, values: unknown[]): Promise<unknown> =>
  typeof to === 'function' ? to({ name: 'put_mail', text, values }) : to.$executeRawUnsafe(text, ...values);

/**
 * Mails to people, written in the transaction of what they tell of: both stand, or neither. `SendMails` takes them from
 * there. What is said is sealed as it will be sent, so a later version of the words changes no mail that waits.
 */
export class MailOutbox {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly masterKey: Uint8Array,
  ) {}

  async put(to: Tx | Run, { tenantId, to: recipient, template, locale, values, expiresAt }: NewMail): Promise<Id<'mal'>> {
    const id = this.ids.next('mal');
    const letter = render(mailWords(template, locale, values), locale);
    const address = seal(this.masterKey, `${id} recipient`, Buffer.from(recipient));
    const body = seal(this.masterKey, id, Buffer.from(JSON.stringify(letter)));
    await write(
      to,
      `INSERT INTO mail (id, tenant_id, template, locale, created_at, expires_at, next_attempt_at, recipient, recipient_key, body, body_key)
       VALUES ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz, $5::timestamptz, $7, $8, $9, $10)`,
      [id, tenantId, template, locale, this.clock.now(), expiresAt, address.sealed, address.sealedKey, body.sealed, body.sealedKey],
    );
    return id;
  }
}
