import { filingElements, sensitiveCategories, type CollectionMedium, type FilingClause, type FilingElement, type FilingFault, type FilingFileKind, type PersonalCategory } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';
import { unnamedIn } from './category-words.js';
import { wordsOf } from './filed-text.js';
import type { FilingContent, FilingFile } from './filing.js';
import { namesOneOf, otherRecipientIn } from './recipient.js';
import { isInWriting } from './written-form.js';

/** What was found of one element. */
export interface Check {
  element: FilingElement;
  state: 'met' | 'unmet' | 'not_needed';
  fault: FilingFault | null;
  categories: PersonalCategory[];
  words: string | null;
}

interface Given {
  content: FilingContent;
  files: readonly Pick<FilingFile, 'kind'>[];
  /** How texts may name the provider. */
  providerNames: readonly string[];
  now: Date;
}

type Finding = 'met' | 'not_needed' | { fault: FilingFault; categories?: PersonalCategory[]; words?: string };

const present = (value: unknown): Finding => (value === null || value === '' || (Array.isArray(value) && value.length === 0) ? { fault: 'missing' } : 'met');

const isSensitive = ({ categories }: FilingContent): boolean => categories.some((category) => (sensitiveCategories as readonly PersonalCategory[]).includes(category));
const concernsMinors = ({ concernsMinors: said, categories }: FilingContent): boolean => said || categories.includes('minor');

const marked = ({ text, spans }: FilingContent, clause: FilingClause): string[] => spans.filter((span) => span.clause === clause).map((span) => wordsOf(text, span)).filter((words) => words.trim() !== '');

const clauseA = (content: FilingContent): Finding => {
  const said = marked(content, 'a');
  const unnamed = unnamedIn(said.join('\n'), content.categories);
  return said.length === 0 ? { fault: 'missing' } : unnamed.length ? { fault: 'category_unnamed', categories: unnamed } : 'met';
};

const clauseB = (content: FilingContent, providerNames: readonly string[]): Finding => {
  const said = marked(content, 'b');
  if (said.length === 0) return { fault: 'missing' };
  const others = said.map((words) => otherRecipientIn(words, [...providerNames, content.controllerName ?? ''])).find((words) => words !== undefined);
  if (others !== undefined) return { fault: 'other_recipient', words: others };
  return namesOneOf(said.join('\n'), providerNames) ? 'met' : { fault: 'provider_unnamed' };
};

const endsOn = ({ effectiveOn, endsOn: last }: FilingContent, now: Date): Finding => {
  if (last === null) return 'not_needed';
  if (effectiveOn !== null && last < effectiveOn) return { fault: 'ends_before_it_begins' };
  return last < shanghaiDay(now) ? { fault: 'over' } : 'met';
};

/** Which files the agreement asks for (三.1(5): pictures of the page and of the contract), and the law (PIPL art. 29, 31). */
const needsFile = (content: FilingContent, kind: FilingFileKind): boolean => {
  const by = (medium: CollectionMedium) => content.media.includes(medium);
  if (kind === 'page_screenshot') return by('web_operation');
  if (kind === 'contract') return by('communication_record') || by('identity_email');
  if (kind === 'separate_consent') return isSensitive(content);
  return kind === 'guardian_consent' && concernsMinors(content);
};

const file = ({ content, files }: Given, kind: FilingFileKind): Finding => (!needsFile(content, kind) ? 'not_needed' : files.some((one) => one.kind === kind) ? 'met' : { fault: 'missing' });

const findings: Record<FilingElement, (given: Given) => Finding> = {
  text: ({ content }) => present(content.text.trim()),
  language: ({ content }) => present(content.language),
  effective_on: ({ content }) => present(content.effectiveOn),
  ends_on: ({ content, now }) => endsOn(content, now),
  media: ({ content: { media } }) => (media.length === 0 ? { fault: 'missing' } : isInWriting(media) ? 'met' : { fault: 'not_written' }),
  identity_binding: ({ content }) => present(content.identityBinding),
  categories: ({ content }) => present(content.categories),
  purpose: ({ content }) => present(content.purpose),
  method: ({ content }) => present(content.method),
  retention_days: ({ content }) => present(content.retentionDays),
  controller_name: ({ content }) => present(content.controllerName),
  controller_contact: ({ content }) => present(content.controllerContact),
  rights: ({ content }) => present(content.rights),
  clause_a: ({ content }) => clauseA(content),
  clause_b: ({ content, providerNames }) => clauseB(content, providerNames),
  clause_c: ({ content }) => present(marked(content, 'c')),
  page_screenshot: (given) => file(given, 'page_screenshot'),
  contract: (given) => file(given, 'contract'),
  separate_consent: (given) => file(given, 'separate_consent'),
  guardian_consent: (given) => file(given, 'guardian_consent'),
};

/** Every element that a filing is asked for, and what was found of it, in the order in which people are asked. */
export const checkFiling = (given: Given): Check[] =>
  filingElements.map((element) => {
    const found = findings[element](given);
    if (typeof found === 'string') return { element, state: found, fault: null, categories: [], words: null };
    return { element, state: 'unmet', fault: found.fault, categories: found.categories ?? [], words: found.words ?? null };
  });

const sentences: Record<FilingFault, (check: Check) => string> = {
  missing: () => 'is missing',
  not_written: () => 'needs at least one medium in writing; video and audio only support it',
  category_unnamed: ({ categories }) => `does not name ${categories.join(', ')}`,
  provider_unnamed: () => 'does not name the provider',
  other_recipient: ({ words }) => `names another recipient: ${words}`,
  ends_before_it_begins: () => 'lies before effective_on',
  over: () => 'is over already',
};

/** What stands in the way of handing it in, one by one; empty when nothing does. */
export const missingIn = (given: Given): { field: string; message: string }[] => checkFiling(given).flatMap((check) => (check.fault ? [{ field: check.element, message: sentences[check.fault](check) }] : []));
