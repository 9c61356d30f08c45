import { api, createClient, ProblemError, type Call } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

/** The door by which tickets of tenants come. */
export abstract class IntakeDoor {
  abstract open(subject: string, words: string): Promise<Id<'tkt'>>;
  /** Whether its tenant reads an answer there. */
  abstract isAnswered(id: Id<'tkt'>): Promise<boolean>;
}

const ANSWER_WITHIN_MS = 15_000;

/** The API over HTTP, as a tenant's program calls it. */
export class ApiDoor extends IntakeDoor {
  readonly #call: Call;

  constructor(baseUrl: string, key: () => Promise<string>) {
    super();
    this.#call = createClient({ baseUrl, headers: async () => ({ authorization: `Bearer ${await key()}` }) });
  }

  async open(subject: string, words: string): Promise<Id<'tkt'>> {
    return (await this.#call(api.tickets.create, { body: { subject, words, priority: 'p4' }, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).id;
  }

  async isAnswered(id: Id<'tkt'>): Promise<boolean> {
    const { events } = await this.#call(api.tickets.find, { params: { id }, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return events.some(({ kind, side }) => kind === 'replied' && side === 'provider');
  }
}

/** What was met at the door, as a code. */
export const metAt = (error: unknown): string => {
  if (error instanceof ProblemError) return error.problem.code;
  return (error as Error).name === 'TimeoutError' ? 'no_answer_in_time' : 'no_answer';
};
