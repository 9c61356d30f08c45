'use client';
import type { Rota } from '@inkproof/contract';
import { SelectField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';

/** One of the staff. Whoever has left is still shown where they stand, so that somebody takes them out. */
export const PersonField = ({ staff, value, onChoose }: { staff: Rota['staff']; value: string; onChoose: (id: string) => void }) => {
  const t = useTranslations('rota');
  const known = staff.some(({ id }) => id === value);
  const options = [...(known ? [] : [{ value, label: value ? t('left') : t('choose') }]), ...staff.map(({ id, name }) => ({ value: id as string, label: name ?? id }))];
  return <SelectField label={t('person')} value={value} options={options} onChange={(event) => onChoose(event.target.value)} />;
};
