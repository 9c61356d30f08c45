'use client';
import { recordClasses, type MediaDisposal, type TenantName } from '@inkproof/contract';
import { Icon, IconButton, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TenantField } from '../tenants/tenant-field';

export type NamedTenant = TenantName;

interface RecordsFieldsProps {
  entry: MediaDisposal | null;
  tenants: readonly NamedTenant[];
  onTenants: (tenants: readonly NamedTenant[]) => void;
  isMissing: boolean;
}

/** Which records may have lain on the medium, and whose. Without records nobody is asked for. */
export const RecordsFields = ({ entry, tenants, onTenants, isMissing }: RecordsFieldsProps) => {
  const t = useTranslations('disposals');
  const records = useTranslations('retention.class');
  const [classes, setClasses] = useState<readonly string[]>(entry?.classes ?? []);
  const [areAll, setAreAll] = useState(true);
  const add = (tenant: NamedTenant) => onTenants([...tenants.filter(({ id }) => id !== tenant.id), tenant]);
  return (
    <>
      <fieldset className="dp-set">
        <legend>{t('field.classes')}</legend>
        <div className="dp-grid">
          {recordClasses.map((one) => (
            <Tick key={one} name={one} checked={classes.includes(one)} onChange={({ target }) => setClasses(target.checked ? [...classes, one] : classes.filter((other) => other !== one))}>
              {records(one)}
            </Tick>
          ))}
        </div>
        <p className="hint">{t('hint.classes')}</p>
      </fieldset>
      {classes.length ? (
        <fieldset className="dp-set">
          <legend>{t('field.tenants')}</legend>
          <Tick type="radio" name="whose" value="all" checked={areAll} onChange={() => setAreAll(true)}>
            {t('everybodys')}
          </Tick>
          <Tick type="radio" name="whose" value="named" checked={!areAll} onChange={() => setAreAll(false)}>
            {t('named')}
          </Tick>
          {areAll ? null : (
            <>
              <TenantField onChoose={add} />
              <ul className="dp-list">
                {tenants.map(({ id, name }) => (
                  <li key={id} className="row btw">
                    {name}
                    <IconButton icon="close" label={t('removeTenant', { name })} onClick={() => onTenants(tenants.filter((one) => one.id !== id))} />
                  </li>
                ))}
              </ul>
              {isMissing ? (
                <p className="err">
                  <Icon name="warn" size="s" />
                  <span>{t('nobodyNamed')}</span>
                </p>
              ) : null}
            </>
          )}
        </fieldset>
      ) : null}
    </>
  );
};
