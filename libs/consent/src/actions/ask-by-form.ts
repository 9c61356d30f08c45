import type { Actor } from '@inkproof/audit';
import { type FormRequest, Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { RequestStore } from '../store/request-store.js';
import type { RequestThrottle } from './request-throttle.js';
import type { TakeInRequest } from './take-in-request.js';

/** A person writes to a tenant by its form, without an account. */
export class AskByForm {
  constructor(
    private readonly database: Database,
    private readonly store: RequestStore,
    private readonly throttle: RequestThrottle,
    private readonly take: TakeInRequest,
  ) {}

  async look(slug: string): Promise<{ tenantId: Id<'ten'>; tenant: string; answerDays: number }> {
    const desk = await this.database.asProvider((tx) => this.store.openDesk(tx, slug));
    if (!desk) throw new Refusal('form.not_found');
    return { tenantId: desk.tenantId as Id<'ten'>, tenant: desk.tenant.name, answerDays: desk.answerDays };
  }

  async with(slug: string, asked: FormRequest, from: string, by: Actor): Promise<Id<'dsr'>> {
    const { tenantId } = await this.look(slug);
    await this.throttle.admitForm(slug, asked.email, from);
    const laid = await this.take.lay(tenantId, asked);
    return this.database.asTenant(tenantId, (tx) => this.take.in(tx, tenantId, laid, { source: 'form', by }));
  }
}
