import type { Status } from '@inkproof/contract';
import { Feed } from 'feed';
import { escapeXml } from './escape-xml.js';
import { statusWords } from './status-words.js';

type Locale = 'zh' | 'en';

export interface Told {
  id: string;
  title: string;
  words: string;
  at: string;
}

/** Each word about an incident, and each window as it stands, newest first. */
export const toldIn = ({ incidents, windows }: Status, locale: Locale): Told[] => {
  const words = statusWords[locale];
  return [
    ...incidents.flatMap(({ id, title, updates }) => updates.map((update, i): Told => ({ id: `${id}-${updates.length - i}`, title: `${title[locale]} · ${words.incident[update.state]}`, words: update.words[locale], at: update.at }))),
    ...windows.map((window): Told => ({ id: `${window.id}-${Date.parse(window.changed_at)}`, title: `${window.title[locale]} · ${words.windowState[window.state] ?? window.state}`, words: window.text[locale], at: window.changed_at })),
  ].sort((a, b) => b.at.localeCompare(a.at));
};

/** Both show what stands there as HTML. */
const htmlOf = (words: string): string => escapeXml(words).replaceAll('\n', '<br>');

/** RSS 2.0 and Atom 1.0 of the same. */
export const drawFeeds = (status: Status, locale: Locale): { rss: string; atom: string } => {
  const words = statusWords[locale];
  const suffix = locale === 'zh' ? '' : '.en';
  const page = new URL(locale === 'zh' ? './' : 'en.html', status.page).href;
  const feedLinks = { rss: new URL(`feed${suffix}.rss`, status.page).href, atom: new URL(`feed${suffix}.atom`, status.page).href };
  const feed = new Feed({ id: page, link: page, title: `${words.title} · ${status.provider}`, description: words.title, language: words.lang, updated: new Date(status.made_at), generator: false, copyright: status.provider, feedLinks });
  for (const { id, title, words: said, at } of toldIn(status, locale)) feed.addItem({ id: `${page}#${id}`, guid: `${page}#${id}`, link: `${page}#${id}`, title, content: htmlOf(said), description: htmlOf(said), date: new Date(at), published: new Date(at), author: [{ name: status.provider }] });
  return { rss: feed.rss2(), atom: feed.atom1() };
};
