import type { WholeWindow } from '@inkproof/maintenance';
import type { Telling } from '../model/announced.js';

/** What people were told of a window and when: nothing before it was published, and each later version when it was written. */
export const tellingsOf = ({ publishedAt, versions }: Pick<WholeWindow, 'publishedAt' | 'versions'>): Telling[] =>
  publishedAt ? versions.map(({ writtenAt, startsAt, endsAt }) => ({ toldAt: Math.max(writtenAt.getTime(), publishedAt.getTime()), from: startsAt.getTime(), until: endsAt.getTime() })) : [];
