import type { WholeWindow } from '@inkproof/maintenance';
import type { Telling } from '../model/announced.js';

type Told = Pick<WholeWindow, 'publishedAt' | 'versions'>;

/** What people were told of a window for one part of the service, and when: nothing before it was published, and each later version when it was written. */
export const tellingsOf = ({ publishedAt, versions }: Told, componentId: string): Telling[] =>
  publishedAt
    ? versions.map(({ writtenAt, startsAt, endsAt, plans, impacts }) => ({ toldAt: Math.max(writtenAt.getTime(), publishedAt.getTime()), from: startsAt.getTime(), until: endsAt.getTime(), plans, isAway: (impacts as Record<string, string>)[componentId] === 'unavailable' }))
    : [];
