'use client';
import { keyScopes, usualScopes, retentions, type ApiKey } from '@inkproof/contract';
import { TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { lastDayOf } from './key-wish';

const LONGEST_LABEL = 64;
const LONGEST_PURPOSE = 200;

/** What the field of this name is not, as the API or the form found it. */
export type FieldErrors = Partial<Record<'label' | 'scopes' | 'addresses' | 'expires' | 'perSecond', string>>;

/** What a key may do, from where and until when: the same fields for a new key and for one that is changed. */
export const KeyFields = ({ of, errors }: { of?: ApiKey; errors: FieldErrors }) => {
  const t = useTranslations('keys');
  return (
    <>
      <TextField label={t('column.name')} name="label" defaultValue={of?.label} hint={t('labelHint')} error={errors.label} maxLength={LONGEST_LABEL} autoComplete="off" autoFocus />
      <TextField label={t('purpose')} name="purpose" defaultValue={of?.purpose ?? ''} hint={t('purposeHint')} optional={t('optional')} maxLength={LONGEST_PURPOSE} autoComplete="off" />
      <fieldset className="fs">
        <legend className="h3">{t('column.scopes')}</legend>
        {keyScopes.map((scope) => (
          <Tick key={scope} name="scopes" value={scope} defaultChecked={of ? of.scopes.includes(scope) : usualScopes.includes(scope)}>
            {t(`scope.${scope}`)}
            <span className="dim"> {t(`scopeNote.${scope}`)}</span>
          </Tick>
        ))}
        {errors.scopes ? (
          <p className="err" role="alert">
            {errors.scopes}
          </p>
        ) : null}
      </fieldset>
      <TextField label={t('addresses')} name="addresses" defaultValue={of?.allowed_addresses.join(', ')} hint={t('addressesHint')} error={errors.addresses} optional={t('optional')} autoComplete="off" spellCheck={false} className="mono" />
      <div className="key-2">
        <TextField label={t('expires')} name="expires" type="date" defaultValue={lastDayOf(of?.expires_at ?? null)} hint={t('expiresHint')} error={errors.expires} optional={t('optional')} />
        <TextField label={t('perSecond')} name="perSecond" type="number" min={1} max={5000} step={1} inputMode="numeric" defaultValue={of?.requests_per_second ?? ''} hint={t('perSecondHint')} error={errors.perSecond} optional={t('optional')} />
      </div>
      <fieldset className="fs">
        <legend className="h3">{t('column.retention')}</legend>
        {retentions.map((retention) => (
          <Tick key={retention} type="radio" name="retention" value={retention} defaultChecked={retention === (of?.retention ?? 'none')}>
            {t(`retention.${retention}`)}
            <span className="dim"> {t(`retentionNote.${retention}`)}</span>
          </Tick>
        ))}
      </fieldset>
    </>
  );
};
