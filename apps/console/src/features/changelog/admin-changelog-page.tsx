import './changelog.css';
import type { DeprecatedCaller, EditedEntry } from '@inkproof/contract';
import { Empty, Ledger, Mast, Section, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { DraftEntry } from './entry-acts';
import { EntryTags } from './entry-text';
import { wordsFor } from '../../words/words-for';

interface AdminChangelogPageProps {
  items: readonly EditedEntry[];
  callers: readonly DeprecatedCaller[];
  trail: Trail;
  next: string | null;
  mayKeep: boolean;
}

/** Who still makes calls that will end. */
const Callers = ({ callers }: { callers: readonly DeprecatedCaller[] }) => {
  const t = useTranslations('changelog');
  return (
    <ul className="cl-d">
      {callers.map(({ call, sunset_at, tenants }) => (
        <li key={call}>
          <div className="cl-h">
            <code>{call}</code>
            <span className="sub">{t('endsOn', { day: dayOf(sunset_at) })}</span>
          </div>
          {tenants.length ? null : <p className="sub">{t('nobodyCalls')}</p>}
          {tenants.map(({ id, name, calls, last_day }) => (
            <p key={id} className="sub">
              <Link className="link" href={`/admin/tenants/${id}`}>
                {name}
              </Link>{' '}
              {t('used', { calls, day: last_day })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** The changelog as it is written: drafts, what is published, what was taken back. */
export const AdminChangelogPage = ({ items, callers, trail, next, mayKeep }: AdminChangelogPageProps) => {
  const t = useTranslations('changelog');
  const locale = useLocale();
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('adminLede')} actions={mayKeep ? <DraftEntry /> : null} />
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'title', label: t('column.title') }, { key: 'at', label: t('column.at') }, { key: 'told', label: t('column.told') }, { key: 'state', label: t('column.state') }]}>
          {items.map((entry) => (
            <tr key={entry.id}>
              <td>
                <Link className="link" href={`/admin/changelog/${entry.id}`}>
                  {wordsFor(locale, entry.title)}
                </Link>
                <div className="mt-1">
                  <EntryTags entry={entry} />
                </div>
              </td>
              <td className="sub nw hide">{dayOf(entry.sunset_at ?? entry.effective_at)}</td>
              <td className="num hide">{entry.told}</td>
              <td className="end">{entry.withdrawn_at ? <Tag tone="void">{t('withdrawn')}</Tag> : entry.published_at ? <Tag>{t('published')}</Tag> : <Tag tone="dash">{t('isDraft')}</Tag>}</td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')} written={0}>
          {t('adminEmptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base="/admin/changelog" trail={trail} next={next} /> : null}
      {callers.length ? (
        <Section title={t('callers')}>
          <Callers callers={callers} />
        </Section>
      ) : null}
    </main>
  );
};
