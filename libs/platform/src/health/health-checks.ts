import type { Health } from '@inkproof/contract';

const CHECK_TIMEOUT_MS = 2_000;

type Check = () => Promise<unknown>;

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
  readonly #checks = new Map<string, Check>();

  add(name: string, check: Check): void {
    this.#checks.set(name, check);
  }

  async run(): Promise<Health> {
    const verdicts = await Promise.all([...this.#checks].map(async ([name, check]) => [name, (await answersInTime(check)) ? 'ok' : 'down'] as const));
    return { status: verdicts.every(([, verdict]) => verdict === 'ok') ? 'ok' : 'down', checks: Object.fromEntries(verdicts) };
  }
}
