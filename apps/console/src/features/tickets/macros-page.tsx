import './tickets.css';
import type { Macro } from '@inkproof/contract';
import { Empty, Ledger, Mast, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Moment } from '../moments/moment';
import { BackToDesk } from './back-to-desk';
import { RetireMacro, WriteMacro } from './macro-acts';
import { PriorityTag } from './ticket-tags';

/** Saved answers of the desk. */
export const MacrosPage = ({ macros, mayKeep }: { macros: readonly Macro[]; mayKeep: boolean }) => {
  const t = useTranslations('tickets.macros');
  const names = useTranslations('tickets');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <main className="main">
      <BackToDesk size="s" />
      <Mast title={t('title')} lede={t('lede')} actions={mayKeep ? <WriteMacro /> : null} />
      {macros.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'name', label: t('name') }, { key: 'sets', label: t('sets') }, { key: 'changed', label: t('changed') }, ...(mayKeep ? [{ key: 'acts', label: t('acts') }] : [])]}>
          {macros.map((macro) => (
            <tr key={`${macro.id} ${macro.changed_at}`}>
              <td>
                <b>{macro.name}</b>
                <p className="sub tk-macro-words">{macro.words[language]}</p>
              </td>
              <td className="hide">
                <span className="row wrap">
                  {macro.state ? <Tag>{names(`afterReply.${macro.state}`)}</Tag> : null}
                  {macro.priority ? <PriorityTag priority={macro.priority} /> : null}
                  {macro.state || macro.priority ? null : <span className="dim">{t('nothing')}</span>}
                </span>
              </td>
              <td className="sub hide">
                <Moment at={macro.changed_at} />
                <div>{macro.changed_by.name}</div>
              </td>
              {mayKeep ? (
                <td className="end">
                  <span className="row">
                    <WriteMacro macro={macro} />
                    <RetireMacro id={macro.id} name={macro.name} />
                  </span>
                </td>
              ) : null}
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
    </main>
  );
};
