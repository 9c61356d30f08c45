'use client';
import { api, type Member, type StaffPerson } from '@inkproof/contract';
import { ConfirmDialog, IconButton, Menu, MenuItem, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
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
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [act, setAct] = useState<Act | null>(null);
  const wanted = useRef<Act | null>(null);
  const menuClosed = () => {
    setAct(wanted.current);
    wanted.current = null;
  };
  const close = () => {
    setAct(null);
    forget();
  };
  const done = (words: string) => {
    close();
    say(words);
    router.refresh();
  };
  const { id, name, email } = person;
  const remove = async () => {
    if (await send(() => browserApi(side === 'members' ? api.members.remove : api.staff.remove, { params: { id } }))) done(t('removed', { name }));
  };
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
      {act === 'role' ? <RoleDialog side={side} person={person} role={role} onClose={close} onDone={done} /> : null}
      {act === 'offer' ? <OfferOwnership person={person} onClose={close} onDone={done} /> : null}
      <ConfirmDialog
        open={act === 'remove'}
        onClose={close}
        onConfirm={() => void remove()}
        busy={busy}
        title={t('removeTitle', { name })}
        phrase={email}
        words={{ type: <span className="pp-a">{t.rich('removeType', { email, b: (words) => <b>{words}</b> })}</span>, confirm: t('removeDo'), cancel: common('cancel'), busy: t('removing') }}
      >
        {t(`${side}.removeBody`, { name })}
        {problem ? (
          <div className="mt-4">
            <ProblemBar problem={problem} />
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
};
