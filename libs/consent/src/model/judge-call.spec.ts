import { filingStates, personalCategories, type FilingState, type PersonalCategory, type ProblemCode } from '@inkproof/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCall, type Declared, type GateFacts, type NamedText, type NamedWord } from './judge-call.js';

const now = new Date('2026-11-22T04:00:00Z');
const text: NamedText = { id: 'flv_1', filingId: 'flg_1', number: 2, state: 'accepted', categories: ['name', 'phone', 'address'], effectiveOn: null, endsOn: null, keepsDays: 30 };
const word: NamedWord = { id: 'aut_1', filingId: 'flg_1', expiresAt: null, withdrawnAt: null, hasMaterial: true, categories: ['name', 'phone'], categoriesOfText: ['name', 'phone', 'address'], asksTheSame: true };
const facts = (more: { now?: Date; text?: Partial<NamedText> | null; word?: Partial<NamedWord> | null } = {}): GateFacts => ({
  now: more.now ?? now,
  text: more.text === null ? undefined : { ...text, ...more.text },
  word: more.word === null ? undefined : { ...word, ...more.word },
});
const codeOf = (declared: Declared, known: GateFacts): ProblemCode | 'permitted' => {
  try {
    judgeCall(declared, known);
    return 'permitted';
  } catch (error) {
    return (error as { code: ProblemCode }).code;
  }
};
const withWord: Declared = { authorization: 'aut_1' };

describe('a call that declares a filing', () => {
  it('relies on its version and on all that it names', () => {
    expect(judgeCall({}, facts())).toEqual({ filingId: 'flg_1', number: 2, versionId: 'flv_1', authorisationId: null, categories: ['name', 'phone', 'address'], keepsDays: 30 });
    expect(judgeCall({ categories: ['phone'] }, facts()).categories).toEqual(['phone']);
  });

  it('needs it to be there', () => expect(codeOf({}, facts({ text: null }))).toBe('consent.filing_not_found'));

  const byState: Record<FilingState, string> = { draft: 'consent.not_accepted', submitted: 'consent.not_accepted', correction: 'consent.not_accepted', refused: 'consent.not_accepted', accepted: 'permitted', superseded: 'consent.superseded', withdrawn: 'consent.withdrawn' };
  it.each(filingStates)('is judged by the state %s', (state) => expect(codeOf({}, facts({ text: { state } }))).toBe(byState[state]));

  it('may use a text from the first instant of its first day to the last of its last, in Shanghai', () => {
    const days = { effectiveOn: '2026-11-22', endsOn: '2026-11-23' } as const;
    const at = (moment: string) => codeOf({}, facts({ now: new Date(moment), text: days }));
    expect(['2026-11-21T15:59:59.999Z', '2026-11-21T16:00:00.000Z', '2026-11-23T15:59:59.999Z', '2026-11-23T16:00:00.000Z'].map(at)).toEqual(['consent.not_yet_effective', 'permitted', 'permitted', 'consent.expired']);
  });

  it('is refused for each category that the text does not name, and told which', () => {
    expect(() => judgeCall({ categories: ['name', 'health', 'biometric'] }, facts())).toThrow(
      expect.objectContaining({ code: 'consent.out_of_scope', extras: { errors: [expect.objectContaining({ message: 'the filing does not name health' }), expect.objectContaining({ message: 'the filing does not name biometric' })] } }),
    );
  });
});

describe('a call that names a person’s word', () => {
  it('relies on it, and on what both the word and the text name', () => {
    expect(judgeCall(withWord, facts())).toMatchObject({ authorisationId: 'aut_1', categories: ['name', 'phone'] });
    expect(judgeCall(withWord, facts({ word: { categories: [] } })).categories).toEqual(['name', 'phone', 'address']);
    expect(judgeCall(withWord, facts({ word: { categories: [], categoriesOfText: ['name'] } })).categories).toEqual(['name']);
  });

  it.each<[string, Partial<NamedWord> | null, ProblemCode]>([
    ['is not there', null, 'consent.authorization_not_found'],
    ['was given under another filing', { filingId: 'flg_2' }, 'consent.authorization_other_filing'],
    ['was withdrawn', { withdrawnAt: now }, 'consent.authorization_withdrawn'],
    ['was withdrawn by a clock that is ahead', { withdrawnAt: new Date(now.getTime() + 1_000) }, 'consent.authorization_withdrawn'],
    ['has expired', { expiresAt: now }, 'consent.authorization_expired'],
    ['has no material in the vault', { hasMaterial: false }, 'consent.authorization_without_material'],
    ['was given to another purpose or method', { asksTheSame: false }, 'consent.authorization_superseded'],
  ])('is refused when it %s', (_, changed, code) => expect(codeOf(withWord, facts({ word: changed }))).toBe(code));

  it('is permitted until the very instant of the end', () => {
    const later = new Date(now.getTime() + 1);
    expect(codeOf(withWord, facts({ word: { expiresAt: later } }))).toBe('permitted');
  });

  it('may declare what the text names and the person did not agree to no more than what the text does not name', () => {
    expect(codeOf({ ...withWord, categories: ['address'] }, facts())).toBe('consent.authorization_out_of_scope');
    expect(codeOf({ ...withWord, categories: ['health'] }, facts())).toBe('consent.out_of_scope');
  });
});

it('never permits a category that the text, or the person, did not name', () => {
  const some = fc.subarray([...personalCategories]);
  fc.assert(
    fc.property(some, some, some, fc.option(some.filter((list) => list.length > 0), { nil: undefined }), fc.boolean(), (ofText, own, ofOldText, declared, named) => {
      const known = facts({ text: { categories: ofText }, word: { categories: own, categoriesOfText: ofOldText } });
      let permitted: PersonalCategory[] = [];
      try {
        permitted = judgeCall({ categories: declared, ...(named && withWord) }, known).categories;
      } catch {
        return;
      }
      for (const category of permitted) {
        expect(ofText).toContain(category);
        if (named) expect(own.length ? own : ofOldText).toContain(category);
        if (named) expect(ofOldText).toContain(category);
      }
    }),
  );
});
