'use client';
import './tenant-field.css';
import type { TenantName } from '@inkproof/contract';
import { TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTenantNames } from './use-tenant-names';

interface TenantFieldProps {
  /** Under which the form sends the id. */
  name?: string;
  /** Nobody was chosen and somebody has to be. */
  isMissing?: boolean;
  /** Where the choice goes on elsewhere, the field is empty again after each. */
  onChoose?: (tenant: TenantName) => void;
  /** Who is chosen already, where a list is narrowed to them. */
  initial?: TenantName | undefined;
}

/** Asks for a tenant by a part of its name. None is chosen beforehand: what is done to a tenant is meant for that one. */
export const TenantField = ({ name = 'tenant', isMissing = false, onChoose, initial }: TenantFieldProps) => {
  const t = useTranslations('admin.choice');
  const list = useId();
  const [words, setWords] = useState(initial?.name ?? '');
  const [chosen, setChosen] = useState<TenantName | null>(initial ?? null);
  const [at, setAt] = useState(0);
  const names = useTenantNames(chosen ? '' : words);
  const choose = (tenant: TenantName) => {
    setChosen(onChoose ? null : tenant);
    setWords(onChoose ? '' : tenant.name);
    onChoose?.(tenant);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!names?.length || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter') return choose(names[at]!);
    setAt((at + (event.key === 'ArrowDown' ? 1 : names.length - 1)) % names.length);
  };
  return (
    <div className="tn-f">
      <TextField
        label={t('label')}
        value={words}
        onChange={(event) => (setWords(event.target.value), setChosen(null), setAt(0))}
        onKeyDown={onKeyDown}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={Boolean(names?.length)}
        aria-controls={list}
        aria-activedescendant={names?.length ? `${list}-${at}` : undefined}
        hint={chosen ? <span className="id">{chosen.id}</span> : names?.length === 0 ? t('none') : t('hint')}
        error={isMissing && !chosen && t('missing')}
      />
      {chosen ? <input type="hidden" name={name} value={chosen.id} /> : null}
      <ul id={list} role="listbox" aria-label={t('label')} className="pop tn-l" hidden={!names?.length}>
        {names?.map((tenant, place) => (
          <li key={tenant.id} id={`${list}-${place}`} role="option" aria-selected={place === at} className={place === at ? 'mi on' : 'mi'} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(tenant)}>
            <span className="tn-n">{tenant.name}</span>
            <span className="id tn-i">…{tenant.id.slice(-6)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
