'use client';
import { api, type RequestDesk } from '@inkproof/contract';
import { Button, CopyButton, Facts, Section, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { useProblemToast } from '../faults/use-problem-toast';
import { useSend } from '../faults/use-send';

/** Where people write, whether they may, and how soon they are answered. */
export const DeskCard = ({ desk, mayKeep }: { desk: RequestDesk; mayKeep: boolean }) => {
  const t = useTranslations('requests.desk');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  useProblemToast(problem);
  const change = async (body: { open?: boolean; new_address?: true }) => {
    if (!(await send(() => browserApi(api.subjectRequests.changeDesk, { body })))) return;
    say(t('changed'));
    router.refresh();
  };
  return (
    <Section
      title={t('title')}
      aside={
        mayKeep ? (
          <span className="row">
            <Button size="s" busy={busy} onClick={() => void change({ new_address: true })}>
              {t('move')}
            </Button>
            <Button size="s" busy={busy} onClick={() => void change({ open: !desk.open })}>
              {t(desk.open ? 'close' : 'open')}
            </Button>
          </span>
        ) : null
      }
    >
      <Facts
        entries={[
          [
            t('address'),
            <span key="a" className="row wrap">
              <a className="link id" href={desk.url}>
                {desk.url}
              </a>
              <CopyButton text={desk.url} words={{ copy: t('copy'), copied: t('copied') }} />
            </span>,
          ],
          [t('state'), t(desk.open ? 'isOpen' : 'isClosed')],
          [t('days'), t('daysBody', { days: desk.answer_days })],
        ]}
      />
    </Section>
  );
};
