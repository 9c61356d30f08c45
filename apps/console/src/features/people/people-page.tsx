import './people.css';
import { memberRoles, staffRoles, type Invitation, type Member, type StaffPerson } from '@inkproof/contract';
import { Empty, Ledger, Mast, Section, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { InvitationMenu } from './invitation-menu';
import { InvitePerson } from './invite-person';
import type { PeopleSide } from './people-side';
import { PersonMenu } from './person-menu';
import { RoleTable } from './role-table';

interface PeoplePageProps {
  side: PeopleSide;
  people: readonly (Member | StaffPerson)[];
  /** Null for whoever may not keep them, and therefore may not see whom was written to. */
  invitations: readonly Invitation[] | null;
  self: string;
}

/** The people of a tenant or of the provider, whoever is invited, and what each role may do. */
export const PeoplePage = ({ side, people, invitations, self }: PeoplePageProps) => {
  const t = useTranslations('people');
  const roles = useTranslations('common.role');
  const shell = useTranslations('shell');
  const mayKeep = invitations !== null;
  const mayInherit = ({ role }: Member | StaffPerson) => side === 'members' && role !== 'owner' && role !== 'viewer';
  return (
    <main className="main">
      <Mast title={t(`${side}.title`)} lede={t(`${side}.lede`)} actions={mayKeep ? <InvitePerson side={side} roles={side === 'members' ? memberRoles : staffRoles} /> : null} />
      <Ledger
        caption={t(`${side}.list`)}
        columns={[
          { key: 'person', label: t('column.person') },
          { key: 'email', label: t('column.email') },
          { key: 'joined', label: t('column.joined') },
          { key: 'role', label: t('column.role') },
        ]}
      >
        {people.map((one) => (
          <tr key={one.person.id}>
            <td>
              <span className="nm">{one.person.name}</span>
              {one.person.id === self ? <span className="dim s13"> {t('you')}</span> : null}
            </td>
            <td className="sub">{one.person.email}</td>
            <td className="hide sub">{dayOf(one.joined_at)}</td>
            <td className="end">
              <span className="row btw">
                <Tag tone={one.role === 'owner' || one.role === 'admin' ? 'ink' : 'plain'}>{roles(one.role)}</Tag>
                {mayKeep ? (
                  <span className="pp-m">
                    <PersonMenu side={side} person={one} mayInherit={mayInherit(one)} />
                  </span>
                ) : null}
              </span>
            </td>
          </tr>
        ))}
      </Ledger>
      <div className="pager">
        <span>{t(`${side}.count`, { count: people.length })}</span>
        {side === 'members' ? (
          <Link className="link right" href="/support-access">
            {shell('supportAccess')}
          </Link>
        ) : null}
      </div>
      {invitations ? <Invitations side={side} invitations={invitations} /> : null}
      <RoleTable side={side} />
    </main>
  );
};

const Invitations = ({ side, invitations }: { side: PeopleSide; invitations: readonly Invitation[] }) => {
  const t = useTranslations('people');
  const roles = useTranslations('common.role');
  return (
    <Section title={t('invitations')}>
      {invitations.length ? (
        <Ledger
          caption={t('invitations')}
          columns={[
            { key: 'email', label: t('column.email') },
            { key: 'role', label: t('column.role') },
            { key: 'sent', label: t('column.sent') },
            { key: 'expires', label: t('column.expires') },
            { key: 'state', label: t('column.state') },
          ]}
        >
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <td>
                <span className="nm">{invitation.email}</span>
              </td>
              <td className="sub">{roles(invitation.role)}</td>
              <td className="hide sub">
                <Moment at={invitation.sent_at} />
              </td>
              <td className="hide sub">{dayOf(invitation.expires_at)}</td>
              <td className="end">
                <span className="row btw">
                  {invitation.expired ? <Tag tone="void">{t('expired')}</Tag> : <Tag tone="dash">{t('waiting')}</Tag>}
                  <span className="pp-m">
                    <InvitationMenu side={side} invitation={invitation} />
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('noInvitations')}>{t('noInvitationsBody')}</Empty>
      )}
    </Section>
  );
};
