import type { Actor } from '@inkproof/audit';
import type { ForwardedRequest } from '@inkproof/contract';
import { refuseMissingTenant } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import type { Database, Prisma } from '@inkproof/platform';
import type { TakeInRequest } from './take-in-request.js';

export type Forwarded = Prisma.SubjectRequestGetPayload<{ include: { tenant: { select: { id: true; name: true } } } }>;
const include = { tenant: { select: { id: true, name: true } } } as const;

/** Passes on to a tenant what a person wrote to the provider, and shows what became of it. */
export class ForwardRequest {
  constructor(
    private readonly database: Database,
    private readonly take: TakeInRequest,
  ) {}

  async with({ tenant, ...asked }: ForwardedRequest, by: Actor): Promise<Forwarded> {
    const tenantId = tenant as Id<'ten'>;
    await this.database.asProvider((tx) => refuseMissingTenant(tx, tenantId));
    const laid = await this.take.lay(tenantId, asked);
    return this.database.asProviderOf(tenantId, async (tx) => {
      const id = await this.take.in(tx, tenantId, laid, { source: 'forwarded', by });
      return tx.subjectRequest.findUniqueOrThrow({ where: { id }, include });
    });
  }

  list({ below, size }: { below?: string; size: number }): Promise<Forwarded[]> {
    return this.database.asProvider((tx) => tx.subjectRequest.findMany({ where: { source: 'forwarded', ...(below !== undefined && { id: { lt: below } }) }, include, orderBy: { id: 'desc' }, take: size }));
  }
}
