import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Run, Tx } from '../database/database.js';
import { seal, type Sealed } from '../vault/seal.js';
import { render, type MailThread } from './render.js';
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
    thread?: MailThread;
  };
}[Template];

const write = (to: Tx | Run, text: string, values: unknown[]): Promise<unknown> =>
  typeof to === 'function' ? to({ name: 'put_mail', text, values }) : to.$executeRawUnsafe(text, ...values);

const COLUMNS = 'id, tenant_id, template, locale, created_at, expires_at, next_attempt_at, recipient, recipient_key, body, body_key';

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

  async put(to: Tx | Run, mail: NewMail): Promise<Id<'mal'>> {
    const { id, address, body } = this.#sealed(mail);
    await write(
      to,
      `INSERT INTO mail (${COLUMNS})
       VALUES ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz, $5::timestamptz, $7, $8, $9, $10)`,
      [id, mail.tenantId, mail.template, mail.locale, this.clock.now(), mail.expiresAt, address.sealed, address.sealedKey, body.sealed, body.sealedKey],
    );
    return id;
  }

  /** Many of one template, in one statement. Their ids, in order. */
  async putAll(run: Run, mails: readonly NewMail[]): Promise<Id<'mal'>[]> {
    const [first] = mails;
    if (!first) return [];
    const sealed = mails.map((mail) => this.#sealed(mail));
    await run({
      name: 'put_mails',
      text: `INSERT INTO mail (${COLUMNS})
             SELECT id, tenant_id, $3, locale, $5::timestamptz, expires_at, $5::timestamptz, recipient, recipient_key, body, body_key
             FROM unnest($1::text[], $2::text[], $4::text[], $6::timestamptz[], $7::bytea[], $8::bytea[], $9::bytea[], $10::bytea[]) AS m(id, tenant_id, locale, expires_at, recipient, recipient_key, body, body_key)`,
      values: [
        sealed.map(({ id }) => id),
        mails.map(({ tenantId }) => tenantId),
        first.template,
        mails.map(({ locale }) => locale),
        this.clock.now(),
        mails.map(({ expiresAt }) => expiresAt),
        ...(['address', 'body'] as const).flatMap((part) => [sealed.map((mail) => Buffer.from(mail[part].sealed)), sealed.map((mail) => Buffer.from(mail[part].sealedKey))]),
      ],
    });
    return sealed.map(({ id }) => id);
  }

  #sealed({ to, template, locale, values, thread }: NewMail): { id: Id<'mal'>; address: Sealed; body: Sealed } {
    const id = this.ids.next('mal');
    const letter = { ...render(mailWords(template, locale, values), locale), ...(thread && { thread }) };
    return { id, address: seal(this.masterKey, `${id} recipient`, Buffer.from(to)), body: seal(this.masterKey, id, Buffer.from(JSON.stringify(letter))) };
  }
}
