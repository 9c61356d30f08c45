import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Somebody who has not shown who they are: from where they come, and the request's id. */
export interface Visitor {
  from: string;
  requestId: string;
}

export const VisitedBy = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { ip, id } = context.switchToHttp().getRequest<Request & { id: string }>();
  return { from: ip ?? '', requestId: id };
});
