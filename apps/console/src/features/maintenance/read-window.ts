import { components, maintenanceImpacts, type MaintenanceRequest } from '@inkproof/contract';
import { instantOf } from '../../words/wall-clock';
import { textOf } from '../dialogs/text-of';

const texts = ['title_zh', 'title_en', 'text_zh', 'text_en', 'starts_at', 'ends_at', 'rollback_plan'] as const;
export type WindowFault = (typeof texts)[number] | 'impacts' | 'order';

/** What the fields of a window say; `wrong` names the first that is not as it should be. */
export const readWindow = (fields: FormData): { wrong: WindowFault } | { wrong: null; window: MaintenanceRequest } => {
  for (const name of texts) if (textOf(fields, name) === '') return { wrong: name };
  const [starts_at, ends_at] = [instantOf(textOf(fields, 'starts_at')), instantOf(textOf(fields, 'ends_at'))];
  if (starts_at >= ends_at) return { wrong: 'order' };
  const impacts = components.map((component) => ({ component, impact: maintenanceImpacts.find((one) => one === fields.get(`impact_${component}`)) ?? 'none' })).filter(({ impact }) => impact !== 'none');
  if (impacts.length === 0) return { wrong: 'impacts' };
  return {
    wrong: null,
    window: {
      kind: fields.get('kind') === 'emergency' ? 'emergency' : 'planned',
      title: { zh: textOf(fields, 'title_zh'), en: textOf(fields, 'title_en') },
      text: { zh: textOf(fields, 'text_zh'), en: textOf(fields, 'text_en') },
      starts_at,
      ends_at,
      impacts,
      reason: textOf(fields, 'reason') || null,
      plans: fields.getAll('plans').map(String),
      rollback_plan: textOf(fields, 'rollback_plan'),
      begins_by_itself: fields.has('begins_by_itself'),
      ends_by_itself: fields.has('ends_by_itself'),
    },
  };
};
