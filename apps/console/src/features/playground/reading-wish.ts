import type { PersonalCategory, RecognitionOptions } from '@inkproof/contract';

/** How a person wants their file read. What is left open is decided by the reader. */
export interface ReadingWish {
  /** BCP 47; none to have the script found. */
  languages: readonly string[];
  reader: RecognitionOptions['reader'];
  retention: NonNullable<RecognitionOptions['retention']>;
  /** Page numbers and ranges as typed; empty for all. */
  pages: string;
  password: string;
  /** What the picture holds of people: the filing that permits it, and which of its categories. */
  personal: { filing: string; categories: readonly PersonalCategory[] } | null;
}

export const openWish: ReadingWish = { languages: [], reader: 'auto', retention: 'none', pages: '', password: '', personal: null };

/** The fields of the call: only what differs from what would be done anyway. */
export const fieldsOf = ({ languages, reader, retention, pages, password, personal }: ReadingWish): Record<string, string> => ({
  ...(languages.length ? { languages: languages.join(',') } : {}),
  ...(reader === 'auto' ? {} : { reader }),
  ...(retention === 'none' ? {} : { retention }),
  ...(pages.trim() ? { pages: pages.trim() } : {}),
  ...(password ? { password } : {}),
  ...(personal ? { personal_information: JSON.stringify(personal) } : {}),
});
