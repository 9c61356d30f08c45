import { DAY_MS, type Clock, type Id, type Ids } from '@inkproof/kernel';
import { mailLocaleOf, type MailOutbox, type NewMail, type Run } from '@inkproof/platform';
import { noticeText } from '../model/notice-words.js';
import type { Word } from '../model/recipients.js';
import { writeDeliveries } from '../store/ledger-rows.js';
import type { OpenNotice } from '../store/spread-store.js';

const MAIL_LASTS_MS = 7 * DAY_MS;

/** Lays words of one notice into inboxes and the outbox of mail, and enters each in the ledger. */
export class TellPeople {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly consoleUrl: string,
  ) {}

  async of(run: Run, notice: OpenNotice, words: readonly Word[], tenantName: (tenantId: string) => string, inPlaceOf?: string): Promise<void> {
    const at = this.clock.now();
    const mailed = words.filter(({ channel }) => channel === 'mail');
    const mails = await this.outbox.putAll(run, this.#mails(notice, mailed, tenantName, at));
    const carriers = new Map(mailed.map((word, place) => [word, mails[place]!]));
    await writeDeliveries(
      run,
      words.map((word) => ({ id: this.ids.next('ndl'), noticeId: notice.id, tenantId: word.to.tenantId, personId: word.to.personId, channel: word.channel, kind: notice.kind, owed: word.owed, carrierId: carriers.get(word) ?? null, inPlaceOf })),
      at,
    );
  }

  #mails({ kind, words: values, link, reach_by: reachBy }: OpenNotice, mailed: readonly Word[], tenantName: (tenantId: string) => string, at: Date): NewMail<'notice'>[] {
    const text = { 'zh-CN': noticeText(kind, values, 'zh'), en: noticeText(kind, values, 'en') };
    // A word about something to come has nothing to tell once that has come.
    const expiresAt = reachBy && reachBy > at ? reachBy : new Date(at.getTime() + MAIL_LASTS_MS);
    return mailed.map(({ to: { tenantId, email, locale } }) => {
      const language = mailLocaleOf(locale);
      return { tenantId: tenantId as Id<'ten'> | null, to: email, template: 'notice', locale: language, values: { tenant: tenantId === null ? '' : tenantName(tenantId), ...text[language], link: this.consoleUrl + link }, expiresAt };
    });
  }
}
