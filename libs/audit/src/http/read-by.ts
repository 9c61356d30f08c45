import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Id } from '@inkproof/kernel';
import type { Reader } from '../actions/reader.js';
import type { Chain } from '../actions/trail.js';

/** What the door, which stands above this lib, leaves on the request of a signed-in person. */
interface AtTheDoor {
  id: string;
  user: { kind: 'member'; tenantId: Id<'ten'>; personId: Id<'per'>; role: string } | { kind: 'staff'; personId: Id<'per'>; role: string };
  query: { chain?: Chain };
}

/** Who reads which log: a member their tenant's, staff the one they ask for. */
export const ReadBy = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const { id: requestId, user, query } = context.switchToHttp().getRequest<AtTheDoor>();
  const by = { kind: user.kind, id: user.personId, role: user.role, requestId };
  return { by, chain: user.kind === 'member' ? user.tenantId : (query.chain ?? 'provider') };
});
