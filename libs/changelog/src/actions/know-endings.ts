import { InMind, type Database, type News } from '@inkproof/platform';
import type { Ending } from '../model/sunset-fields.js';
import type { ChangelogStore } from '../store/changelog-store.js';
import { CHANGELOG_NEWS } from './keep-changelog.js';

/** Which calls will end, in the memory of this node: every answer asks. */
export class KnowEndings extends InMind<ReadonlyMap<string, Ending>> {
  constructor(
    private readonly database: Pick<Database, 'asProvider'>,
    private readonly store: ChangelogStore,
    news: Pick<News, 'hear'>,
    onTrouble: (error: unknown) => void,
  ) {
    super(new Map(), CHANGELOG_NEWS, news, onTrouble);
  }

  of(call: string): Ending | undefined {
    return this.value.get(call);
  }

  protected async read(): Promise<ReadonlyMap<string, Ending>> {
    const entries = await this.database.asProvider((tx) => this.store.deprecations(tx));
    // The one that was published first is the one people were told.
    return new Map(entries.flatMap(({ id, calls, effectiveAt, sunsetAt, successor }) => calls.map((call) => [call, { entryId: id, call, deprecatedAt: effectiveAt, sunsetAt: sunsetAt!, successor }] as const)));
  }
}
