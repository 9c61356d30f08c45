import { writtenMedia, type CollectionMedium } from '@inkproof/contract';

/**
 * Whether people agree in writing: by an e-mail that shows who they are, by an act on a web page, or by a record of another
 * means of communication. Video and audio support these and do not replace them (agreement 三.1(5)).
 */
export const isInWriting = (media: readonly CollectionMedium[]): boolean => media.some((medium) => (writtenMedia as readonly CollectionMedium[]).includes(medium));
