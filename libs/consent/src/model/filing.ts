import type { CollectionMedium, FilingClause, FilingEventKind, FilingFileKind, FilingState, FilingTextSource, PersonalCategory } from '@inkproof/contract';
import type { Day, Id } from '@inkproof/kernel';

/** A part of a text that states something, in Unicode code points, end excluded. */
export interface Span {
  clause: FilingClause;
  begins: number;
  ends: number;
}

/** What a version says. Of a draft anything may still be missing. */
export interface FilingContent {
  /** NFC, lines ended by LF. */
  text: string;
  textSource: FilingTextSource;
  language: string | null;
  effectiveOn: Day | null;
  endsOn: Day | null;
  media: CollectionMedium[];
  identityBinding: string | null;
  categories: PersonalCategory[];
  concernsMinors: boolean;
  purpose: string | null;
  method: string | null;
  retentionDays: number | null;
  controllerName: string | null;
  controllerContact: string | null;
  rights: string | null;
  spans: Span[];
}

export interface FilingFile {
  id: Id<'fil'>;
  kind: FilingFileKind;
  name: string;
  mediaType: string;
  bytes: number;
  /** Hex. */
  sha256: string;
  objectId: Id<'obj'>;
  addedAt: Date;
}

/** When what happened to a version. */
export interface FilingDates {
  createdAt: Date;
  submittedAt: Date | null;
  reviewedAt: Date | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
}

export interface FilingVersion extends FilingContent, FilingDates {
  id: Id<'flv'>;
  tenantId: Id<'ten'>;
  filing: { id: Id<'flg'>; name: string; createdAt: Date };
  number: number;
  state: FilingState;
  textSha256: string;
  submittedBy: string | null;
  reviewedBy: string | null;
  files: FilingFile[];
}

export interface FilingEvent {
  id: Id<'fev'>;
  at: Date;
  by: string;
  byProvider: boolean;
  kind: FilingEventKind;
  words: string | null;
}

export const emptyContent: FilingContent = {
  text: '',
  textSource: 'pasted',
  language: null,
  effectiveOn: null,
  endsOn: null,
  media: [],
  identityBinding: null,
  categories: [],
  concernsMinors: false,
  purpose: null,
  method: null,
  retentionDays: null,
  controllerName: null,
  controllerContact: null,
  rights: null,
  spans: [],
};

/** What a version says, without what happened to it. */
export const contentOf = (version: FilingContent): FilingContent => Object.fromEntries(Object.keys(emptyContent).map((field) => [field, version[field as keyof FilingContent]])) as unknown as FilingContent;

/** Whether its content may change. */
export const isEditable = ({ state }: Pick<FilingVersion, 'state'>): boolean => state === 'draft' || state === 'correction';

/** Whether it is on the provider's desk, or was. */
export const wasHandedIn = ({ state }: Pick<FilingVersion, 'state'>): boolean => state !== 'draft';

/** Whether the tenant may still withdraw it. */
export const mayEnd = ({ state }: Pick<FilingVersion, 'state'>): boolean => state === 'accepted' || state === 'submitted' || state === 'correction';
