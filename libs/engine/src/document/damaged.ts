import { Unreadable } from '../unreadable.js';
import type { MediaType } from './media-type.js';

export const damaged = (mediaType: MediaType): Unreadable =>
  new Unreadable('corrupt', `The file begins as ${mediaType} and cannot be decoded: it is damaged or incomplete. Send it again from its source.`);

export const damagedPage = (page: number): Unreadable => new Unreadable('corrupt', `Page ${page} is damaged and cannot be decoded. Leave it out with the option pages, or send the document again from its source.`);
