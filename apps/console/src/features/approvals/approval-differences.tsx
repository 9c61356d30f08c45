import type { Approval } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { differencesOf } from './differences';

/** Exactly what would be done: what becomes something else, from what to what, and then the rest of what is asked for. */
export const ApprovalDifferences = ({ of: { payload, before, names } }: { of: Approval }) => {
  const t = useTranslations('approvals');
  const { changed, rest } = differencesOf(payload, before);
  return (
    <>
      {changed.length ? (
        <table className="tbl apr-d apr-3">
          <caption className="vh">{t('difference')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.field')}</th>
              <th scope="col">{t('column.before')}</th>
              <th scope="col">{t('column.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ field, before: was, after }) => (
              <tr key={field}>
                <th scope="row"><FieldName of={field} /></th>
                <td>{was === null ? <span className="dim">—</span> : <del><Values of={was} field={field} names={names} /></del>}</td>
                <td>{after === null ? <span className="dim">—</span> : <ins><Values of={after} field={field} names={names} /></ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {rest.length ? (
        <table className="tbl apr-d">
          <caption className="vh">{t('asked')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(changed.length ? 'column.rest' : 'column.field')}</th>
              <th scope="col">{changed.length ? null : t('column.after')}</th>
            </tr>
          </thead>
          <tbody>
            {rest.map(({ field, after }) => (
              <tr key={field}>
                <th scope="row"><FieldName of={field} /></th>
                <td><Values of={after ?? []} field={field} names={names} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
};

/** In words where there are some; a kind that is newer than this console shows its field as it is. */
const FieldName = ({ of }: { of: string }) => {
  const t = useTranslations('approvals');
  const key = `field.${of}` as 'field.reason';
  return t.has(key) ? t(key) : <span className="mono">{of}</span>;
};

interface ValueProps {
  field: string;
  names: Approval['names'];
}

const Values = ({ of, ...props }: ValueProps & { of: readonly string[] }) => of.map((value) => <div key={value}><Value of={value} {...props} /></div>);

/** Choices of the contract in words, people and tenants by their names, everything else as it was sent. */
const Value = ({ of, field, names }: ValueProps & { of: string }) => {
  const t = useTranslations('approvals');
  const name = names[of];
  if (name !== undefined)
    return (
      <>
        {name} <span className="id dim small">{of}</span>
      </>
    );
  const key = `value.${field}.${of}` as 'value.burst.at_once';
  return <>{/^[a-z_]+$/.test(of) && t.has(key) ? t(key) : of}</>;
};
