import './inbox.css';
import { noticeTopics, personalChannels, topicOf, type NoticeWishes } from '@inkproof/contract';
import { Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { wordOf } from '../webhooks/word-of';
import { WishTick } from './wish-tick';

/** What somebody is told of, and where. */
export const WishesPage = ({ items }: { items: NoticeWishes['items'] }) => {
  const t = useTranslations('inbox');
  const kinds = useTranslations('webhooks.event');
  return (
    <main className="main">
      <Mast title={t('wishesTitle')} lede={t('wishesLede')} />
      <table className="tbl nt-w">
        <caption className="vh">{t('wishesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.kind')}</th>
            {personalChannels.map((channel) => (
              <th key={channel} scope="col">
                {t(`channel.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        {noticeTopics.map((topic) => (
          <tbody key={topic}>
            <tr>
              <th scope="rowgroup" colSpan={1 + personalChannels.length}>
                {t(`topic.${topic}`)}
              </th>
            </tr>
            {items
              .filter(({ kind }) => topicOf(kind) === topic)
              .map((item) => (
                <tr key={item.kind}>
                  <td>{kinds(wordOf(item.kind))}</td>
                  {personalChannels.map((channel) => (
                    <td key={channel}>
                      <WishTick kind={item.kind} channel={channel} {...item[channel]} name={t('tick', { kind: kinds(wordOf(item.kind)), channel: t(`channel.${channel}`) })} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </main>
  );
};
