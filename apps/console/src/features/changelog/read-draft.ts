import { changelogKinds, type ChangelogDraft } from '@inkproof/contract';
import { textOf } from '../dialogs/text-of';
import { dateOf } from '../../words/wall-clock';

export type DraftFault = 'title_zh' | 'title_en' | 'words_zh' | 'words_en' | 'effective_at' | 'sunset_at';

/** A moment of the wall clock in Shanghai; undefined where there is none. */
const momentIn = (fields: FormData, name: string): string | undefined => {
  const at = dateOf(textOf(fields, name));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** What the fields of a draft say; `wrong` names the first that is not filled in. */
export const readDraft = (fields: FormData): { wrong: DraftFault } | { wrong: null; draft: ChangelogDraft } => {
  for (const name of ['title_zh', 'title_en', 'words_zh', 'words_en'] as const) if (textOf(fields, name) === '') return { wrong: name };
  const kind = changelogKinds.find((one) => one === fields.get('kind')) ?? 'added';
  const [effective, sunset] = [momentIn(fields, 'effective_at'), momentIn(fields, 'sunset_at')];
  if (effective === undefined) return { wrong: 'effective_at' };
  const isDeprecation = kind === 'deprecated';
  if (isDeprecation && sunset === undefined) return { wrong: 'sunset_at' };
  return {
    wrong: null,
    draft: {
      kind,
      compatible: !isDeprecation && fields.get('compatible') === 'yes',
      title: { zh: textOf(fields, 'title_zh'), en: textOf(fields, 'title_en') },
      words: { zh: textOf(fields, 'words_zh'), en: textOf(fields, 'words_en') },
      calls: textOf(fields, 'calls').split(/\n+/).map((call) => call.trim()).filter(Boolean),
      effective_at: effective,
      sunset_at: isDeprecation ? sunset! : null,
      successor: (isDeprecation && textOf(fields, 'successor')) || null,
    },
  };
};
