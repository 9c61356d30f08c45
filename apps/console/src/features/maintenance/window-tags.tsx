import type { MaintenanceImpact, MaintenanceNotice, MaintenanceState, MaintenanceWindow } from '@inkproof/contract';
import { Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

const tones: Record<MaintenanceState, TagTone> = { draft: 'dash', scheduled: 'ink', in_progress: 'fill', verifying: 'zhe', completed: 'lv', cancelled: 'void' };
const weights: Record<MaintenanceImpact, TagTone> = { none: 'plain', degraded: 'zhe', unavailable: 'zhu' };

/** Where a window stands; an emergency, an overrun, and to staff what waits for a second person, are said beside it. */
export const WindowTags = ({ window: { kind, state, overrun, waits = null } }: { window: Pick<MaintenanceNotice, 'kind' | 'state' | 'overrun'> & Partial<Pick<MaintenanceWindow, 'waits'>> }) => {
  const t = useTranslations('maintenance');
  return (
    <span className="row wrap mt-t">
      <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
      {kind === 'emergency' ? <Tag tone="zhu">{t('kind.emergency')}</Tag> : null}
      {overrun ? <Tag tone="zhu">{t('overrun')}</Tag> : null}
      {waits ? <Tag tone="zhe">{t(`waitsFor.${waits}`)}</Tag> : null}
    </span>
  );
};

/** What it does to which part of the service; what is back already says so. */
export const Impacts = ({ impacts, restored = [] }: { impacts: MaintenanceNotice['impacts']; restored?: MaintenanceNotice['restored'] }) => {
  const t = useTranslations('maintenance');
  return (
    <ul className="mt-i">
      {impacts.map(({ component, impact }) => (
        <li key={component}>
          <span>{t(`component.${component}`)}</span>
          {restored.includes(component) ? <Tag tone="lv">{t('restored')}</Tag> : <Tag tone={weights[impact]}>{t(`impact.${impact}`)}</Tag>}
        </li>
      ))}
    </ul>
  );
};
