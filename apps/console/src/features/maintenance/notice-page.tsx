import './maintenance.css';
import type { WholeMaintenanceNotice } from '@inkproof/contract';
import { Mast } from '@inkproof/ui';
import { useLocale } from 'next-intl';
import { wordsFor } from '../../words/words-for';
import { StayFresh } from '../live/stay-fresh';
import { Versions, WindowText } from './window-text';
import { WindowTags } from './window-tags';

/** One maintenance notice, as those read it whom it concerns. */
export const NoticePage = ({ notice }: { notice: WholeMaintenanceNotice }) => {
  const locale = useLocale();
  return (
    <main className="main">
      <Mast
        title={wordsFor(locale, notice.title)}
        lede={
          <span className="row wrap">
            <WindowTags window={notice} />
            <span className="id">{notice.id}</span>
            <StayFresh everySeconds={3} />
          </span>
        }
      />
      <WindowText window={notice} />
      <Versions versions={notice.versions} />
    </main>
  );
};
