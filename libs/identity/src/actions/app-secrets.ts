import { DAY_MS, type Id } from '@inkproof/kernel';
import type { Database, Drawers, Statement } from '@inkproof/platform';
import type { FactorStore } from '../store/factor-store.js';

/** What an authenticator app and we both know. */
export interface AppSecret {
  id: Id<'fac'>;
  secret: string;
}

/** The drawer of an app's secret. The store takes it away with the factor, by this name. */
const nameOf = (id: Id<'fac'>): string => `factor:${id}`;

/**
 * Secrets of authenticator apps, each in a drawer of its person's: when the factor is removed, no older copy of the database
 * tells what codes it showed. A node that opened one knows it for a day, so that whoever signs in often does so while the
 * place of the keys is away.
 */
export class AppSecrets {
  constructor(
    private readonly database: Database,
    private readonly factors: FactorStore,
    private readonly drawers: Drawers,
  ) {}

  /** The sealed secret, and the row of its drawer, which is written with it. */
  async lay(personId: Id<'per'>, id: Id<'fac'>, secret: string): Promise<{ sealed: Uint8Array<ArrayBuffer>; drawer: Statement }> {
    const { drawer, row } = await this.drawers.lay(personId, nameOf(id));
    return { sealed: drawer.seal(nameOf(id), Buffer.from(secret)), drawer: row };
  }

  async of(personId: Id<'per'>): Promise<AppSecret[]> {
    const apps = await this.database.asPerson(personId, (tx) => this.factors.apps(tx, personId));
    const opened = await Promise.all(apps.map(async (app) => ({ id: app.id, secret: (await this.drawers.reader(personId, nameOf(app.id), DAY_MS))(nameOf(app.id), app) })));
    return opened.flatMap(({ id, secret }) => (secret ? [{ id, secret: secret.toString() }] : []));
  }
}
