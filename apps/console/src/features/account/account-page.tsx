import './account.css';
import type { Session } from '@inkproof/contract';
import { Facts, Mast, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import type { Theme } from '../preferences/locale';
import { PasswordForm } from './password-form';
import { Preferences } from './preferences';
import { SignOut } from './sign-out';

/** A person's own page, the same on both sides. */
export const AccountPage = ({ session, theme }: { session: Session; theme: Theme }) => {
  const t = useTranslations('account');
  const roles = useTranslations('common.role');
  const shell = useTranslations('shell');
  const { person, tenant, staff } = session;
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={<SignOut />} />
      <div className="acc">
        <div>
          <Section title={t('who')}>
            <Facts
              entries={[
                [t('name'), person.name],
                [t('email'), person.email],
                [t('belongs'), tenant ? `${tenant.name} · ${shell('tenantSide')}` : `${shell('providerName')} · ${shell('providerSide')}`],
                tenant ? [t('role'), roles(tenant.role)] : staff ? [t('role'), roles(staff.role)] : null,
                [t('until'), t('beijing', { moment: momentOf(session.expires_at) })],
              ]}
            />
          </Section>
          <Section title={t('preferences')}>
            <Preferences theme={theme} />
            <p className="hint">{t('preferencesNote')}</p>
          </Section>
        </div>
        <Section title={t('password')}>
          <PasswordForm email={person.email} />
        </Section>
      </div>
    </main>
  );
};
