import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Run, Tx } from '../database/database.js';
import { runIn } from '../database/run-in.js';
import type { Contents, Letterboxes, Slot } from './letterboxes.js';
import type { MailLocale, MailTemplate, MailValues } from './mail-values.js';
import { render, type MailThread } from './render.js';
import { mailWords } from './templates.js';

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

const COLUMNS = 'id, tenant_id, template, locale, created_at, expires_at, next_attempt_at, recipient, recipient_box, body, body_box';

/**
 * Mails to people, written in the transaction of what they tell of: both stand, or neither. `SendMails` takes them from
 * there. What is said is sealed as it will be sent, so a later version of the words changes no mail that waits.
 */
export class MailOutbox {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly boxes: Letterboxes,
  ) {}

  async put(to: Tx | Run, mail: NewMail): Promise<Id<'mal'>> {
    const run = typeof to === 'function' ? to : runIn(to);
    const boxes = await this.boxes.open(run);
    const { id, address, body } = this.#sealed(mail, boxes);
    await run({
      name: 'put_mail',
      text: `INSERT INTO mail (${COLUMNS})
             VALUES ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz, $5::timestamptz, $7, $8, $9, $10)`,
      values: [id, mail.tenantId, mail.template, mail.locale, this.clock.now(), mail.expiresAt, address, boxes.addresses.key, body, boxes.words.key],
    });
    return id;
  }

  /** Many of one template, in one statement. Their ids, in order. */
  async putAll(run: Run, mails: readonly NewMail[]): Promise<Id<'mal'>[]> {
    const [first] = mails;
    if (!first) return [];
    const boxes = await this.boxes.open(run);
    const sealed = mails.map((mail) => this.#sealed(mail, boxes));
    await run({
      name: 'put_mails',
      text: `INSERT INTO mail (${COLUMNS})
             SELECT id, tenant_id, $3, locale, $5::timestamptz, expires_at, $5::timestamptz, recipient, $9, body, $10
             FROM unnest($1::text[], $2::text[], $4::text[], $6::timestamptz[], $7::bytea[], $8::bytea[]) AS m(id, tenant_id, locale, expires_at, recipient, body)`,
      values: [
        sealed.map(({ id }) => id),
        mails.map(({ tenantId }) => tenantId),
        first.template,
        mails.map(({ locale }) => locale),
        this.clock.now(),
        mails.map(({ expiresAt }) => expiresAt),
        sealed.map(({ address }) => address),
        sealed.map(({ body }) => body),
        boxes.addresses.key,
        boxes.words.key,
      ],
    });
    return sealed.map(({ id }) => id);
  }

  #sealed({ to, template, locale, values, thread }: NewMail, { words, addresses }: Record<Contents, Slot>): { id: Id<'mal'>; address: Buffer; body: Buffer } {
    const id = this.ids.next('mal');
    const letter = { ...render(mailWords(template, locale, values), locale), ...(thread && { thread }) };
    return { id, address: Buffer.from(addresses.seal(`${id} recipient`, Buffer.from(to))), body: Buffer.from(words.seal(id, Buffer.from(JSON.stringify(letter)))) };
  }
}
