'use client';
import { api, type Invitation } from '@inkproof/contract';
import { IconButton, Menu, MenuItem, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';
import type { PeopleSide } from './people-side';

/** An invitation that waits can be sent again, under a new link, or withdrawn. */
export const InvitationMenu = ({ side, invitation: { id, email } }: { side: PeopleSide; invitation: Pick<Invitation, 'id' | 'email'> }) => {
  const t = useTranslations('people');
  const router = useRouter();
  const say = useToast();
  const { send, problem } = useSend();
  useProblemToast(problem);
  const chapter = side === 'members' ? api.invitations : api.staffInvitations;
  const act = async (work: () => Promise<unknown>, words: string) => {
    if (!(await send(work))) return;
    say(words);
    router.refresh();
  };
  return (
    <Menu trigger={<IconButton icon="dots" label={t('more', { name: email })} />}>
      <MenuItem icon="again" onSelect={() => void act(() => browserApi(chapter.resend, { params: { id } }), t('resent', { email }))}>
        {t('resend')}
      </MenuItem>
      <MenuItem icon="close" tone="zhu" onSelect={() => void act(() => browserApi(chapter.withdraw, { params: { id } }), t('withdrawn', { email }))}>
        {t('withdraw')}
      </MenuItem>
    </Menu>
  );
};
