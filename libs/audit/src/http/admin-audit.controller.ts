import { Controller, Inject, Res } from '@nestjs/common';
import { api, PROBE_TENANT, type AuditChain, type AuditVerification } from '@inkproof/contract';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Response } from 'express';
import type { Reader } from '../actions/reader.js';
import type { Search } from '../model/search.js';
import { EntryStore } from '../store/entry-store.js';
import { AuditAnswers, type Place } from './audit-answers.js';
import { ReadBy } from './read-by.js';

const kindOf = (chain: string): AuditChain['of'] => (chain === 'provider' ? 'provider' : chain === PROBE_TENANT ? 'probes' : 'tenant');

/** Every log, for those of the provider's staff who inspect. */
@Controller()
export class AdminAuditController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditAnswers) private readonly answers: AuditAnswers,
    @Inject(EntryStore) private readonly entries: EntryStore,
  ) {}

  @Answers(api.adminAudit.chains)
  async chains(): Promise<{ items: AuditChain[] }> {
    return { items: (await this.database.changeAsProvider((run) => this.entries.chains(run))).map((chain) => ({ ...chain, of: kindOf(chain.chain) })) };
  }

  @Answers(api.adminAudit.list)
  list(@ReadBy() reader: Reader, @Given.query(api.adminAudit.list.query) { cursor, limit, action, actor, target, request_id, from, to }: Place & Search) {
    return this.answers.list(reader, { cursor, limit, action, actor, target, request_id, from, to });
  }

  @Answers(api.adminAudit.verify)
  verify(@ReadBy() reader: Reader, @Given.query(api.adminAudit.verify.query) { after }: { after: number }): Promise<AuditVerification> {
    return this.answers.verify(reader, after);
  }

  @Answers(api.adminAudit.export)
  export(@ReadBy() reader: Reader, @Given.query(api.adminAudit.export.query) asked: { from: number; to?: number }, @Res() response: Response): Promise<void> {
    return this.answers.export(reader, asked, response);
  }

  @Answers(api.adminAudit.checkpoints)
  checkpoints(@ReadBy() reader: Reader, @Given.query(api.adminAudit.checkpoints.query) place: Place) {
    return this.answers.checkpoints(reader, place);
  }
}
