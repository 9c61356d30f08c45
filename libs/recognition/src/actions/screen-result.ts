import type { PersonalCategory, Recognition, ReliedOn } from '@inkproof/contract';
import type { PolicyStore } from '@inkproof/consent';
import type { Id } from '@inkproof/kernel';
import { lookOver, treatPages } from '../model/screen.js';
import type { ReadPage } from '../store/job-store.js';

/** Compares what was read with what was declared, and treats the result as its tenant wants it treated. Every form of it is made afterwards. */
export class ScreenResult {
  constructor(private readonly policies: Pick<PolicyStore, 'of'>) {}

  async whole(tenantId: Id<'ten'>, recognition: Recognition, reliedOn: ReliedOn | null): Promise<Recognition> {
    const { found, undeclared, places } = lookOver(recognition.pages, reliedOn?.categories ?? []);
    const result = undeclared.length ? await this.policies.of(tenantId) : 'returned';
    const screened: Recognition = { ...recognition, personal_information: { relied_on: reliedOn, found, undeclared, result } };
    if (result === 'returned') return screened;
    const pages = treatPages(recognition.pages, places, result);
    return { ...screened, pages, text: pages.map(({ text }) => text).join('\f') };
  }

  /** The same for pages of a job that are shown before their document has ended. */
  async read(tenantId: Id<'ten'>, pages: readonly ReadPage[], declared: readonly PersonalCategory[]): Promise<ReadPage[]> {
    const policy = pages.length ? await this.policies.of(tenantId) : 'returned';
    return policy === 'returned' ? [...pages] : pages.map((read) => ({ ...read, page: treatPages([read.page], lookOver([read.page], declared).places, policy)[0]! }));
  }
}
