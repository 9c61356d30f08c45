import { Controller, Inject, Res } from '@nestjs/common';
import { Seals, type Actor } from '@inkproof/audit';
import { api, Refusal, type Deletion, type DeletionPreview, type DeletionRequest, type DeletionSelection } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import type { Response } from 'express';
import { AskDeletion } from '../actions/ask-deletion.js';
import { CertificateStore } from '../store/certificate-store.js';
import { DeletionStore } from '../store/deletion-store.js';
import { certificatePdf } from './certificate-pdf.js';
import { showCertificate, showDeletion } from './show-deletion.js';

const { deletions } = api;

/** What a tenant has erased, and the proof of it. */
@Controller()
export class DeletionController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AskDeletion) private readonly asking: AskDeletion,
    @Inject(DeletionStore) private readonly store: DeletionStore,
    @Inject(CertificateStore) private readonly certificates: CertificateStore,
    @Inject(Seals) private readonly seals: Seals,
  ) {}

  @Answers(deletions.preview)
  preview(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(deletions.preview.body) { selection }: { selection: DeletionSelection }): Promise<DeletionPreview> {
    return this.asking.preview(tenantId, selection);
  }

  @Answers(deletions.create)
  async create(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(deletions.create.body) asked: DeletionRequest, @ActingBy() by: Actor): Promise<Deletion> {
    return showDeletion(await this.asking.for(tenantId, asked, by));
  }

  @Answers(deletions.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(deletions.list.query) { cursor, limit, origin }: { cursor?: string; limit: number; origin?: Deletion['origin'] }): Promise<{ items: Deletion[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.changeAsTenant(tenantId, (run) => this.store.list(run, tenantId, { below: cursor, size: limit + 1, origin })), limit);
    return { items: items.map(showDeletion), next_cursor: nextCursor };
  }

  @Answers(deletions.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(deletions.find.params) { id }: { id: Id<'del'> }): Promise<Deletion> {
    const deletion = await this.database.changeAsTenant(tenantId, (run) => this.store.find(run, tenantId, id));
    if (!deletion) throw new Refusal('deletion.not_found');
    return showDeletion(deletion);
  }

  @Answers(deletions.certificate)
  async certificate(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(deletions.certificate.params) { id }: { id: Id<'del'> }, @Given.query(deletions.certificate.query) { format }: { format?: 'json' | 'pdf' }, @Res() response: Response): Promise<void> {
    const { deletion, stored } = await this.database.changeAsTenant(tenantId, async (run) => ({ deletion: await this.store.find(run, tenantId, id), stored: await this.certificates.of(run, tenantId, id) }));
    if (!deletion) throw new Refusal('deletion.not_found');
    if (!stored) throw new Refusal('deletion.not_certified', 'It is written once everything was verified to be gone. Ask again when the deletion is done.');
    const shown = showCertificate(stored, await this.seals.publicKeyOf(stored.key));
    if (format !== 'pdf') return void response.json(shown);
    response.set({ 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${stored.id}.pdf"` }).send(Buffer.from(await certificatePdf(shown)));
  }

  @Answers(deletions.cancel)
  async cancel(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(deletions.cancel.params) { id }: { id: Id<'del'> }, @ActingBy() by: Actor): Promise<Deletion> {
    return showDeletion(await this.asking.cancel(tenantId, id, by));
  }
}
