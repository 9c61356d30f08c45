import { z } from 'zod';

/** How a person's word comes to a tenant. The first three are written form; the last two only support them (agreement 三.1(5)). */
export const collectionMedia = ['identity_email', 'web_operation', 'communication_record', 'video', 'audio'] as const;
export type CollectionMedium = (typeof collectionMedia)[number];
export const writtenMedia = ['identity_email', 'web_operation', 'communication_record'] as const satisfies readonly CollectionMedium[];

/** Kinds of personal information. A name is a promise: filings were accepted with it. */
export const personalCategories = [
  'identity_number',
  'passport_number',
  'name',
  'phone',
  'email',
  'address',
  'bank_account',
  'vehicle_plate',
  'date_of_birth',
  'biometric',
  'health',
  'location',
  'minor',
  'other',
] as const;
export type PersonalCategory = (typeof personalCategories)[number];

/** Sensitive personal information (PIPL art. 28), which needs a person's separate consent (art. 29). */
export const sensitiveCategories = ['identity_number', 'passport_number', 'bank_account', 'biometric', 'health', 'location', 'minor'] as const satisfies readonly PersonalCategory[];

/** What a filed text must state: (a) the categories, (b) consent to pass them on for recognition, (c) consent to return the result. */
export const filingClauses = ['a', 'b', 'c'] as const;
export type FilingClause = (typeof filingClauses)[number];

/** 草稿, 已提交, 需补正, 已受理, 已被替代, 已撤回, 不予受理. None of them says that a text is lawful. */
export const filingStates = ['draft', 'submitted', 'correction', 'accepted', 'superseded', 'withdrawn', 'refused'] as const;
export type FilingState = (typeof filingStates)[number];

export const PersonalCategories = z.array(z.enum(personalCategories)).max(personalCategories.length).refine((given) => new Set(given).size === given.length, 'must name each category once');

/** Files of a filing: what its text was read from, a picture of the page people see, the contract, and the forms of separate (PIPL art. 29) and guardians' (art. 31) consent. */
export const filingFileKinds = ['source', 'page_screenshot', 'contract', 'separate_consent', 'guardian_consent'] as const;
export type FilingFileKind = (typeof filingFileKinds)[number];

export const filingTextSources = ['pasted', 'pdf', 'image', 'docx'] as const;
export type FilingTextSource = (typeof filingTextSources)[number];

/** What a filing is asked for before it may be handed in, each by itself. */
export const filingElements = [
  'text',
  'language',
  'effective_on',
  'ends_on',
  'media',
  'identity_binding',
  'categories',
  'purpose',
  'method',
  'retention_days',
  'controller_name',
  'controller_contact',
  'rights',
  'clause_a',
  'clause_b',
  'clause_c',
  'page_screenshot',
  'contract',
  'separate_consent',
  'guardian_consent',
] as const;
export type FilingElement = (typeof filingElements)[number];

/** What is wrong with an element. `missing` is not there; the others are there and do not do. */
export const filingFaults = ['missing', 'not_written', 'category_unnamed', 'provider_unnamed', 'other_recipient', 'ends_before_it_begins', 'over'] as const;
export type FilingFault = (typeof filingFaults)[number];

export const filingEventKinds = ['submitted', 'correction_requested', 'accepted', 'refused', 'superseded', 'withdrawn', 'commented'] as const;
export type FilingEventKind = (typeof filingEventKinds)[number];
