import './account.css';
import type { Session } from '@inkproof/contract';
import { Facts, Mast, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { momentOf } from '../../words/moments';
import type { Theme } from '../preferences/locale';
import { PlacesSection } from './places-section';
import { PasswordForm } from './password-form';
import { Preferences } from './preferences';
import { SignOut } from './sign-out';

/** A person's own page, the same on both sides. */
export const AccountPage = ({ session, theme, places = [] }: { session: Session; theme: Theme; places?: ComponentProps<typeof PlacesSection>['places'] }) => {
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
          {tenant && places.length > 1 ? <PlacesSection places={places} here={tenant.id} /> : null}
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
