import type { OpenSession } from '@inkproof/contract';
import { Ledger, Section, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { EndSession } from './end-session';

/** Where a person is signed in. */
export const Sessions = ({ sessions }: { sessions: readonly OpenSession[] }) => {
  const t = useTranslations('security');
  return (
    <Section title={t('sessions')} aside={sessions.length > 1 ? <EndSession /> : null}>
      <Ledger
        caption={t('sessions')}
        columns={[
          { key: 'device', label: t('column.device') },
          { key: 'address', label: t('column.address') },
          { key: 'began', label: t('column.began') },
          { key: 'seen', label: t('column.seen') },
          { key: 'acts', label: <span className="vh">{t('column.acts')}</span> },
        ]}
      >
        {sessions.map(({ id, browser, system, address, created_at: began, seen_at: seen, current }) => (
          <tr key={id}>
            <td>
              <span className="nm">{t('device', { browser: t(`browser.${browser}`), system: t(`system.${system}`) })}</span>
            </td>
            <td className="hide">
              <span className="id">{address}</span>
            </td>
            <td className="sub hide">{momentOf(began)}</td>
            <td className="sub end2">
              <Moment at={seen} />
            </td>
            <td className="end num">{current ? <Tag tone="lv">{t('thisOne')}</Tag> : <EndSession id={id} />}</td>
          </tr>
        ))}
      </Ledger>
      <p className="pager">{t('sessionsNote')}</p>
    </Section>
  );
};
