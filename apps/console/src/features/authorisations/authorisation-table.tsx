import type { Authorization } from '@inkproof/contract';
import { Ledger, Tag, type TagTone } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { dayOf } from '../../words/moments';
import { PutMaterial } from './put-material';
import { WithdrawAuthorisation } from './withdraw-authorisation';

const toneOf: Record<Authorization['status'], TagTone> = { standing: 'lv', expired: 'dash', withdrawn: 'void', ended: 'dash' };

/** The last day on which the material is kept; the moment itself is when it need not be any more. */
const lastDay = (until: string): string => dayOf(new Date(Date.parse(until) - 1).toISOString());

export const AuthorisationTable = ({ authorisations, mayKeep, onChange }: { authorisations: readonly Authorization[]; mayKeep: boolean; onChange?: () => void }) => {
  const t = useTranslations('authorisations');
  const words = useTranslations('personal');
  return (
    <Ledger
      caption={t('title')}
      columns={[
        { key: 'filing', label: t('column.filing') },
        { key: 'given', label: t('column.given') },
        { key: 'categories', label: t('column.categories') },
        { key: 'custody', label: t('column.custody') },
        { key: 'kept', label: t('column.kept') },
        { key: 'status', label: t('column.status') },
      ]}
    >
      {authorisations.map(({ id, filing, given_at: given, categories, custody, material, kept_until: until, status }) => (
        <tr key={id}>
          <td>
            <span className="nm">{filing.name}</span> <span className="sub s13">{t('version', { number: filing.version })}</span>
            <div className="mono small dim au-id">{id}</div>
          </td>
          <td className="hide sub">
            <time dateTime={given}>{dayOf(given)}</time>
          </td>
          <td className="hide sub s13">{categories.map((category) => words(`category.${category}`)).join(t('comma'))}</td>
          <td className="hide sub s13">{t(`custody.${custody === 'vault' && !material ? 'vault_empty' : custody}`)}</td>
          <td className="sub" data-k={until ? t('column.kept') : undefined}>{until ? lastDay(until) : t('noEnd')}</td>
          <td className="end">
            <span className="row btw wrap">
              <Tag tone={toneOf[status]}>{t(`status.${status}`)}</Tag>
              {mayKeep && custody === 'vault' && !material ? <PutMaterial id={id} onDone={onChange} /> : null}
              {mayKeep && status !== 'withdrawn' ? <WithdrawAuthorisation id={id} onDone={onChange} /> : null}
            </span>
          </td>
        </tr>
      ))}
    </Ledger>
  );
};
