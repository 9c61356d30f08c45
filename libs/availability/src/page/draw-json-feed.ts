import type { Status } from '@inkproof/contract';
import { toldIn } from './draw-feeds.js';
import { statusWords } from './status-words.js';

/** The same as JSON Feed 1.1, which knows text that is no HTML. */
export const drawJsonFeed = (status: Status, locale: 'zh' | 'en'): string => {
  const { title, lang } = statusWords[locale];
  const page = new URL(locale === 'zh' ? './' : 'en.html', status.page).href;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title} · ${status.provider}`,
    home_page_url: page,
    feed_url: new URL(locale === 'zh' ? 'feed.json' : 'feed.en.json', status.page).href,
    language: lang,
    authors: [{ name: status.provider }],
    items: toldIn(status, locale).map(({ id, title: heading, words, at }) => ({ id: `${page}#${id}`, url: `${page}#${id}`, title: heading, content_text: words, date_published: at })),
  });
};
