import { Controller, Inject, Res } from '@nestjs/common';
import { api, type AuditVerification } from '@inkproof/contract';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Response } from 'express';
import type { Reader } from '../actions/reader.js';
import type { Search } from '../model/search.js';
import { SealStore } from '../store/seal-store.js';
import { AuditAnswers, type Place } from './audit-answers.js';
import { ReadBy } from './read-by.js';

/** A tenant's own log, for those of its people who may read it, and the public keys, for everybody. */
@Controller()
export class AuditController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditAnswers) private readonly answers: AuditAnswers,
    @Inject(SealStore) private readonly seals: SealStore,
  ) {}

  @Answers(api.audit.list)
  list(@ReadBy() reader: Reader, @Given.query(api.audit.list.query) asked: Place & Search) {
    return this.answers.list(reader, asked);
  }

  @Answers(api.audit.verify)
  verify(@ReadBy() reader: Reader, @Given.query(api.audit.verify.query) { after }: { after: number }): Promise<AuditVerification> {
    return this.answers.verify(reader, after);
  }

  @Answers(api.audit.export)
  export(@ReadBy() reader: Reader, @Given.query(api.audit.export.query) asked: { from: number; to?: number }, @Res() response: Response): Promise<void> {
    return this.answers.export(reader, asked, response);
  }

  @Answers(api.audit.checkpoints)
  checkpoints(@ReadBy() reader: Reader, @Given.query(api.audit.checkpoints.query) place: Place) {
    return this.answers.checkpoints(reader, place);
  }

  @Answers(api.audit.keys)
  async keys() {
    const known = await this.database.changeAsProvider((run) => this.seals.keys(run));
    return {
      keys: known.map(({ id, publicKey, firstUsedAt, vouchedBy, vouching }) => ({
        ...{ kty: 'OKP', crv: 'Ed25519', use: 'sig', kid: id, x: publicKey.toString('base64url') },
        ...{ first_used_at: firstUsedAt.toISOString(), after: vouchedBy, vouching: vouching?.toString('hex') ?? null },
      })),
    };
  }
}
