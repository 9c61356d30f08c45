import type { RecognitionSummary } from '@inkproof/contract';
import { buttonClass, certaintyOf, Empty, Icon, Ledger, Section } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { PlaygroundLink } from '../playground/playground-link';

const nameOf = ({ id, tag }: RecognitionSummary) => tag ?? <span className="mono">{id.slice(-10)}</span>;

/** The newest few, those that were kept leading to their record; or, before the first, where to begin. */
export const RecentRecognitions = ({ recent, mayRead, mayKeep, isOver }: { recent: readonly RecognitionSummary[]; mayRead: boolean; mayKeep: boolean; isOver: boolean }) => {
  const t = useTranslations('overview');
  const over = useTranslations('ending.over');
  const common = useTranslations('common');
  const { number } = useFormatter();
  if (recent.length === 0)
    return (
      <Section title={t('recent')}>
        <div className="sheet">
          <Empty
            title={isOver ? over('title') : t('emptyTitle')}
            actions={
              <>
                {mayRead ? (
                  <PlaygroundLink tone="plain">{t('openPlayground')}</PlaygroundLink>
                ) : null}
                {mayKeep ? (
                  <Link className={buttonClass()} href="/keys">
                    <Icon name="key" />
                    {t('makeKey')}
                  </Link>
                ) : null}
              </>
            }
          >
            {isOver ? over('body') : t(mayRead ? 'empty' : 'emptyViewer')}
          </Empty>
        </div>
      </Section>
    );
  return (
    <Section title={t('recent')} aside={<Link className="link" href="/recognitions">{t('all')}</Link>}>
      <Ledger
        caption={t('recent')}
        columns={[
          { key: 'at', label: t('column.at') },
          { key: 'name', label: t('column.name') },
          { key: 'source', label: t('column.source') },
          { key: 'words', label: t('column.words'), numeric: true },
          { key: 'confidence', label: t('column.confidence'), numeric: true },
          { key: 'duration', label: t('column.duration'), numeric: true },
        ]}
      >
        {recent.map((one) => (
          <tr key={one.id}>
            <td className="sub hide"><Moment at={one.created_at} /></td>
            <td>
              {one.retention.kept === 'none' ? (
                <span className="ov-r">{nameOf(one)}</span>
              ) : (
                <Link className="nm ov-r" href={`/recognitions/${one.id}`}>
                  {nameOf(one)}
                </Link>
              )}
            </td>
            <td className="sub">
              {one.key?.label ?? t('console')}
              <span className="only-s dim small ov-w"><Moment at={one.created_at} /></span>
            </td>
            <td className="num hide">{number(one.words)}</td>
            <td className="num end">{one.confidence === null ? <span className="dim">—</span> : <span className={certaintyOf(one.confidence) === 'doubtful' ? 'zhe' : undefined}>{one.confidence.toFixed(2)}</span>}</td>
            <td className="num sub end2">{number(one.duration_ms)} ms</td>
          </tr>
        ))}
      </Ledger>
      <p className="small dim mt-3">{common('advisory')}</p>
    </Section>
  );
};
