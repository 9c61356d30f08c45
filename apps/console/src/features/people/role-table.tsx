import './people.css';
import { memberRoles, permissionNames, permissions, staffRoles, type Access, type MemberRole, type StaffRole } from '@inkproof/contract';
import { Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { PeopleSide } from './people-side';

type Column = 'key' | MemberRole | StaffRole;

const columnsOf = (side: PeopleSide): readonly Column[] => (side === 'members' ? ['key', ...memberRoles] : staffRoles);
const may = ({ key, member, staff }: Access, column: Column): boolean => (column === 'key' ? key === true : Boolean(member?.some((role) => role === column) || staff?.some((role) => role === column)));

/** Who may do what, as the contract has it and the door keeps it. */
export const RoleTable = ({ side }: { side: PeopleSide }) => {
  const t = useTranslations('people');
  const roles = useTranslations('common.role');
  const columns = columnsOf(side);
  const rows = permissionNames.flatMap((name) => (name !== 'public' && columns.some((column) => may(permissions[name], column)) ? [name] : []));
  return (
    <Section title={t(`${side}.rights`)}>
      <table className="perm">
        <caption className="vh">{t(`${side}.rights`)}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                <span>{column === 'key' ? t('key') : roles(column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`permission.${name}`)}</th>
              {columns.map((column) => {
                const can = may(permissions[name], column);
                return (
                  <td key={column} className={can ? 'can' : undefined}>
                    <span aria-hidden="true">{can ? '●' : '·'}</span>
                    <span className="vh">{t(can ? 'can' : 'cannot')}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t(`${side}.rightsNote`)}</p>
    </Section>
  );
};
