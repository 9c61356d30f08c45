import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@inkproof/contract';
import type { DoorRequest } from './strategies.js';

/** Asks the door once more while a call lasts: for what the same call would be refused by now, if for anything. */
export type RefusedNow = () => Promise<Refusal | undefined>;

/** For calls that are answered for longer than a moment. A key may be revoked and a session may end meanwhile. */
export const AskedAgain = createParamDecorator((_: unknown, context: ExecutionContext): RefusedNow => context.switchToHttp().getRequest<DoorRequest>().inkproofRefusedNow!);

/** What was found to refuse; whatever else is thrown goes on. */
export const refusalIn = async (asked: () => Promise<void>): Promise<Refusal | undefined> => {
  try {
    await asked();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/** Events, until whoever listens would be let in no more: asked before each, so that nothing is told after that. */
export async function* whileAdmitted<Event>(events: AsyncIterable<Event>, refusedNow: RefusedNow): AsyncGenerator<Event> {
  for await (const event of events) {
    if (await refusedNow()) return;
    yield event;
  }
}
