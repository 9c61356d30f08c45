'use client';
import { api, type Member, type StaffPerson } from '@inkproof/contract';
import { IconButton, Menu, MenuItem } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useAct } from '../dialogs/use-act';
import { OfferOwnership } from './offer-ownership';
import type { PeopleSide } from './people-side';
import { RoleDialog } from './role-dialog';

type Act = 'role' | 'offer' | 'remove';

interface PersonMenuProps {
  side: PeopleSide;
  person: Member | StaffPerson;
  /** Whether whoever looks may offer them their own place. */
  mayInherit: boolean;
}

/** What can be done with one of the people, by whoever keeps them. */
export const PersonMenu = ({ side, person: { person, role }, mayInherit }: PersonMenuProps) => {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, done, act } = useAct<Act>();
  const wanted = useRef<Act | null>(null);
  const menuClosed = () => {
    ask(wanted.current);
    wanted.current = null;
  };
  const { id, name, email } = person;
  const remove = () => act(() => browserApi(side === 'members' ? api.members.remove : api.staff.remove, { params: { id } }), t('removed', { name }));
  return (
    <>
      <Menu onClosed={menuClosed} trigger={<IconButton icon="dots" label={t('more', { name })} />}>
        <MenuItem icon="person" onSelect={() => (wanted.current = 'role')}>
          {t('changeRole')}
        </MenuItem>
        {mayInherit ? (
          <MenuItem icon="right" onSelect={() => (wanted.current = 'offer')}>
            {t('offer')}
          </MenuItem>
        ) : null}
        <MenuItem icon="close" tone="zhu" onSelect={() => (wanted.current = 'remove')}>
          {t('remove')}
        </MenuItem>
      </Menu>
      {asking === 'role' ? <RoleDialog side={side} person={person} role={role} onClose={close} onDone={done} /> : null}
      {asking === 'offer' ? <OfferOwnership person={person} onClose={close} onDone={done} /> : null}
      <ConfirmAct
        open={asking === 'remove'}
        onClose={close}
        onConfirm={() => void remove()}
        busy={busy}
        problem={problem}
        title={t('removeTitle', { name })}
        phrase={email}
        words={{ type: <span className="pp-a">{t.rich('removeType', { email, b: (words) => <b>{words}</b> })}</span>, confirm: t('removeDo'), cancel: common('cancel'), busy: t('removing') }}
      >
        {t(`${side}.removeBody`, { name })}
      </ConfirmAct>
    </>
  );
};
