import { recordClasses, type HeldThing, type Hold as ShownHold, type RetentionPeriod, type RetentionRule } from '@inkproof/contract';
import { showSomebody } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { monthsOf } from '../model/period.js';
import type { Hold } from '../store/hold-store.js';
import type { WrittenRule } from '../store/rule-store.js';

type Names = ReadonlyMap<string, string>;

export const showRule = ({ id, recordClass, basis, months, source, setBy, setAt }: WrittenRule, names: Names): RetentionRule => ({ id: id as Id<'rtr'>, record_class: recordClass, basis, months, source, set_by: showSomebody(names, setBy), set_at: setAt.toISOString() });

export const showPeriods = (rules: readonly WrittenRule[], names: Names): RetentionPeriod[] =>
  recordClasses.map((recordClass) => ({ record_class: recordClass, months: monthsOf(rules, recordClass), rules: rules.filter((rule) => rule.recordClass === recordClass).map((rule) => showRule(rule, names)) }));

export const showHold = ({ id, tenantId, tenantName, scope, objects, reason, reference, placedBy, placedAt, liftedAt, lifting }: Hold): ShownHold => ({
  id,
  tenant: { id: tenantId, name: tenantName },
  scope,
  objects,
  reason,
  reference,
  placed_by: placedBy,
  placed_at: placedAt.toISOString(),
  lifted_at: liftedAt?.toISOString() ?? null,
  lifting,
});

export const showHeldThing = ({ id, scope, objects, reference, placedAt, liftedAt }: Hold): HeldThing => ({ id, scope, objects, reference, placed_at: placedAt.toISOString(), lifted_at: liftedAt?.toISOString() ?? null });
