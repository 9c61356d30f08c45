import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Mail, type MailLetter } from '@inkproof/contract';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Config, Given, MailStore, type ListedMail } from '@inkproof/platform';
import { OpenMail } from '../actions/open-mail.js';
import { ActingBy } from './called-by.js';

const show = ({ id, tenantId, to, template, state, attempts, createdAt, expiresAt, nextAttemptAt, settledAt, lastError }: ListedMail): Mail => ({
  id,
  tenant_id: tenantId,
  to,
  template,
  state,
  attempts,
  created_at: createdAt.toISOString(),
  expires_at: expiresAt.toISOString(),
  next_attempt_at: nextAttemptAt?.toISOString() ?? null,
  settled_at: settledAt?.toISOString() ?? null,
  last_error: lastError,
});

@Controller()
export class MailController {
  constructor(
    @Inject(MailStore) private readonly mails: MailStore,
    @Inject(OpenMail) private readonly openMail: OpenMail,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.mails.list)
  async list(@Given.query(api.mails.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: Mail[]; next_cursor: string | null; sends: boolean }> {
    const { items, nextCursor } = pageOf(await this.mails.list({ below: cursor, size: limit + 1 }), limit);
    return { items: items.map(show), next_cursor: nextCursor, sends: this.config.mail.server !== null };
  }

  @Answers(api.mails.open)
  open(@Given.params(api.mails.open.params) { id }: { id: Id<'mal'> }, @ActingBy() by: Actor): Promise<MailLetter> {
    return this.openMail.by(by, id);
  }
}
