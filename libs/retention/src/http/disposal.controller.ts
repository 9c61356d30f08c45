import { Controller, Inject, Res } from '@nestjs/common';
import { Seals, type Actor } from '@inkproof/audit';
import { api, Refusal, type DisposalRequest, type MediaDisposal } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { EnterDisposal } from '../actions/enter-disposal.js';
import { OpenEvidence, type EvidenceContent } from '../actions/open-evidence.js';
import { DisposalStore } from '../store/disposal-store.js';
import { disposalPdf } from './disposal-pdf.js';
import { showDisposal, showDisposalCertificate } from './show-disposal.js';

const { disposals } = api;

interface DisposalId {
  id: Id<'mdp'>;
}

/** The register of media that left service, as the provider's people keep it. */
@Controller()
export class DisposalController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DisposalStore) private readonly store: DisposalStore,
    @Inject(EnterDisposal) private readonly entering: EnterDisposal,
    @Inject(OpenEvidence) private readonly evidence: OpenEvidence,
    @Inject(Seals) private readonly seals: Seals,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(disposals.enter)
  async enter(@Given.body(disposals.enter.body) asked: DisposalRequest, @ActingBy() by: Actor): Promise<MediaDisposal> {
    return showDisposal(await this.entering.for(asked, by));
  }

  @Answers(disposals.list)
  async list(@Given.query(disposals.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: MediaDisposal[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.asProvider((tx) => this.store.list(tx, { below: cursor, size: limit + 1 }, this.clock.now())), limit);
    return { items: items.map(showDisposal), next_cursor: nextCursor };
  }

  @Answers(disposals.find)
  async find(@Given.params(disposals.find.params) { id }: DisposalId): Promise<MediaDisposal> {
    const disposal = await this.database.asProvider((tx) => this.store.find(tx, id, this.clock.now()));
    if (!disposal) throw new Refusal('disposal.not_found');
    return showDisposal(disposal);
  }

  @Answers(disposals.file)
  file(@Given.params(disposals.file.params) { id, file }: DisposalId & { file: Id<'mdf'> }): Promise<EvidenceContent> {
    return this.evidence.of(id, file);
  }

  @Answers(disposals.certificate)
  async certificate(@Given.params(disposals.certificate.params) { id }: DisposalId, @Given.query(disposals.certificate.query) { format }: { format?: 'json' | 'pdf' }, @Res() response: Response): Promise<void> {
    const { disposal, stored } = await this.database.asProvider(async (tx) => ({ disposal: await this.store.find(tx, id, this.clock.now()), stored: await this.store.certificate(tx, id) }));
    if (!disposal) throw new Refusal('disposal.not_found');
    if (!stored) throw new Refusal('disposal.not_certified', disposal.state === 'waiting' ? `It is written once a second person has confirmed the entry, under /v1/admin/approvals/${disposal.approvalId}.` : 'Nobody confirmed the entry. Enter the medium anew, with this entry in `corrects`.');
    const shown = showDisposalCertificate(stored, await this.seals.publicKeyOf(stored.key));
    if (format !== 'pdf') return void response.json(shown);
    response.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${stored.id}.pdf"` }).send(Buffer.from(await disposalPdf(shown)));
  }
}
