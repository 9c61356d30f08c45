import type { Health } from '@inkproof/contract';

const CHECK_TIMEOUT_MS = 2_000;

type Check = () => Promise<unknown>;

interface Part {
  check: Check;
  /** Whether the node takes no calls at all without it. */
  isNeeded: boolean;
}

const answersInTime = async (check: Check): Promise<boolean> => {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (patience = setTimeout(() => resolve(false), CHECK_TIMEOUT_MS)));
  const done = check().then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(patience));
};

/** What this node needs to take calls. Each part adds its own check when it is built. */
export class HealthChecks {
  readonly #parts = new Map<string, Part>();

  add(name: string, check: Check): void {
    this.#parts.set(name, { check, isNeeded: true });
  }

  /** For what only some calls need: it is shown, and the node stays up without it. */
  show(name: string, check: Check): void {
    this.#parts.set(name, { check, isNeeded: false });
  }

  async run(): Promise<Health> {
    const verdicts = await Promise.all([...this.#parts].map(async ([name, { check, isNeeded }]) => ({ name, isNeeded, verdict: (await answersInTime(check)) ? ('ok' as const) : ('down' as const) })));
    return { status: verdicts.every(({ isNeeded, verdict }) => verdict === 'ok' || !isNeeded) ? 'ok' : 'down', checks: Object.fromEntries(verdicts.map(({ name, verdict }) => [name, verdict])) };
  }
}
