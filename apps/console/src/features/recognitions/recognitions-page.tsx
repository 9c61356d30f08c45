import './recognitions.css';
import type { RecognitionSummary } from '@inkproof/contract';
import { buttonClass, certaintyOf, Empty, Icon, Ledger, Mast } from '@inkproof/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { PlaygroundLink } from '../playground/playground-link';
import { languageNames } from './language-names';

interface RecognitionsPageProps {
  recognitions: readonly RecognitionSummary[];
  trail: Trail;
  next: string | null;
  /** Whether this person may recognise a picture. */
  mayRecognise: boolean;
  /** Whether the service has ended, so that nothing comes here any more. */
  isOver: boolean;
  /** Whether this person may issue a key to call with. */
  mayKeepKeys: boolean;
}

/** What was recognised, newest first, without what was read. */
export const RecognitionsPage = ({ recognitions, trail, next, mayRecognise, mayKeepKeys, isOver }: RecognitionsPageProps) => {
  const t = useTranslations('recognitions');
  const over = useTranslations('ending.over');
  const common = useTranslations('common');
  const format = useFormatter();
  const locale = useLocale();
  const confidence = (value: number) => <span className={certaintyOf(value) === 'doubtful' ? 'zhe' : undefined}>{format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>;
  const recognise = mayRecognise ? (
    <PlaygroundLink>{t('recognise')}</PlaygroundLink>
  ) : null;
  if (!recognitions.length && !trail.cursor)
    return (
      <main className="main">
        <Mast title={t('title')} lede={t('lede')} />
        <Empty
          title={isOver ? over('title') : t('empty')}
          actions={
            <>
              {recognise}
              {mayKeepKeys ? (
                <Link className={buttonClass()} href="/keys">
                  <Icon name="key" />
                  {t('toKeys')}
                </Link>
              ) : null}
            </>
          }
        >
          {isOver ? over('body') : t(mayRecognise ? 'emptyBody' : 'emptyReading')}
        </Empty>
      </main>
    );
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={recognise} />
      <Ledger
        caption={t('title')}
        columns={[
          { key: 'at', label: t('column.at') },
          { key: 'tag', label: t('column.tag') },
          { key: 'from', label: t('column.from') },
          { key: 'languages', label: t('column.languages') },
          { key: 'pages', label: t('column.pages'), numeric: true },
          { key: 'words', label: t('column.words'), numeric: true },
          { key: 'confidence', label: t('column.confidence'), numeric: true },
          { key: 'duration', label: t('column.duration'), numeric: true },
          { key: 'kept', label: t('column.kept') },
        ]}
      >
        {recognitions.map((one) => (
          <tr key={one.id} className={one.retention.kept === 'none' ? undefined : 'go'}>
            <td>
              {one.retention.kept === 'none' ? (
                <Moment at={one.created_at} />
              ) : (
                <Link className="nm" href={`/recognitions/${one.id}`}>
                  <Moment at={one.created_at} />
                </Link>
              )}
            </td>
            <td className="hide rc-tag">{one.tag ?? <span className="dim">—</span>}</td>
            <td className="sub">
              {one.key?.label ?? common(`channel.${one.channel}`)}
              {one.tag ? <span className="rc-s dim"> · {one.tag}</span> : null}
            </td>
            <td className="hide sub">{languageNames(one.languages, locale)}</td>
            <td className="num hide">{format.number(one.pages)}</td>
            <td className="num hide">{format.number(one.words)}</td>
            <td className="num end">{one.confidence === null ? <span className="dim">{t('noText')}</span> : confidence(one.confidence)}</td>
            <td className="num end2 sub">{format.number(one.duration_ms)} ms</td>
            <td className="hide sub">{one.retention.until ? t('until', { day: dayOf(one.retention.until) }) : <span className="dim">{t('keptNone')}</span>}</td>
          </tr>
        ))}
      </Ledger>
      <Pager base="/recognitions" trail={trail} next={next}>
        {common('advisory')}
      </Pager>
    </main>
  );
};
