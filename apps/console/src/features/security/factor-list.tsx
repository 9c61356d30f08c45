import type { FactorList } from '@inkproof/contract';
import { Bar, Empty, Ledger, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { dayOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { AddFactor } from './add-factor';
import { RemoveFactor } from './remove-factor';
import { RenameFactor } from './rename-factor';

/** What a person proves themselves with beside the password. */
export const Factors = ({ items, passkeys }: Pick<FactorList, 'items' | 'passkeys'>) => {
  const t = useTranslations('security');
  return (
    <Section title={t('factors')} aside={items.length ? <AddFactor passkeys={passkeys} /> : null}>
      {items.length ? (
        <Ledger
          caption={t('factors')}
          columns={[
            { key: 'name', label: t('column.name') },
            { key: 'kind', label: t('column.kind') },
            { key: 'added', label: t('column.added') },
            { key: 'used', label: t('column.used') },
            { key: 'acts', label: <span className="vh">{t('column.acts')}</span> },
          ]}
        >
          {items.map(({ id, kind, name, created_at: at, last_used_at: used }) => (
            <tr key={id}>
              <td>
                <span className="nm">{name}</span>
              </td>
              <td className="sub">{t(`kind.${kind}`)}</td>
              <td className="sub hide">{dayOf(at)}</td>
              <td className="sub end2">{used ? <Moment at={used} /> : t('neverUsed')}</td>
              <td className="end num">
                <RenameFactor id={id} name={name} />
                <RemoveFactor id={id} name={name} isLast={items.length === 1} />
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')} actions={<AddFactor passkeys={passkeys} />}>
          {t('emptyBody')}
        </Empty>
      )}
      {passkeys ? null : (
        <div className="mt-4">
          <Bar>{t('noPasskeys')}</Bar>
        </div>
      )}
    </Section>
  );
};
