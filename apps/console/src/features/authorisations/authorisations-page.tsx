import './authorisations.css';
import type { Authorization, Filing, KeepingCalendar } from '@inkproof/contract';
import { buttonClass, Empty, Icon, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { AuthorisationTable } from './authorisation-table';
import { FindPerson } from './find-person';
import { hasEnding } from './ending-soon';
import { ImportCommitments } from './import-commitments';
import { KeepingSoon } from './keeping-soon';

interface AuthorisationsPageProps {
  authorisations: readonly Authorization[];
  filings: readonly Filing[];
  calendar: KeepingCalendar;
  today: string;
  trail: Trail;
  next: string | null;
  mayKeep: boolean;
}

/** What people agreed to, and until when it must be possible to show it. */
export const AuthorisationsPage = ({ authorisations, filings, calendar, today, trail, next, mayKeep }: AuthorisationsPageProps) => {
  const t = useTranslations('authorisations');
  const accepted = filings.filter((filing) => filing.in_force ?? filing.next).map(({ id, name }) => ({ id, name }));
  const importing = mayKeep ? <ImportCommitments filings={accepted} /> : null;
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <>
            <Link className={buttonClass()} href="/authorisations/calendar">
              <Icon name="list" />
              {t('calendar')}
            </Link>
            {authorisations.length ? importing : null}
          </>
        }
      />
      {hasEnding(calendar, today) ? (
        <p className="au-soon">
          <KeepingSoon calendar={calendar} today={today} />
        </p>
      ) : null}
      {authorisations.length ? (
        <FindPerson mayKeep={mayKeep}>
          <AuthorisationTable authorisations={authorisations} mayKeep={mayKeep} />
          <Pager base="/authorisations" trail={trail} next={next}>
            {t('foot')}
          </Pager>
        </FindPerson>
      ) : (
        <Empty title={t('empty')} actions={importing}>
          {t('emptyBody')}
        </Empty>
      )}
    </main>
  );
};
