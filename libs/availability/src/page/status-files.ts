import type { Status } from '@inkproof/contract';
import { drawCalendar } from './draw-calendar.js';
import { drawFeeds } from './draw-feeds.js';
import { drawJsonFeed } from './draw-json-feed.js';
import { drawPage } from './draw-page.js';

export interface StatusFile {
  name: string;
  mediaType: string;
  text: string;
}

/** All files of the status page. They name each other by relative addresses, so they may lie anywhere. */
export const statusFiles = (status: Status): StatusFile[] => {
  const [zh, en] = [drawFeeds(status, 'zh'), drawFeeds(status, 'en')];
  return [
    { name: 'status.json', mediaType: 'application/json', text: JSON.stringify(status) },
    { name: 'feed.rss', mediaType: 'application/rss+xml; charset=utf-8', text: zh.rss },
    { name: 'feed.atom', mediaType: 'application/atom+xml; charset=utf-8', text: zh.atom },
    { name: 'feed.en.rss', mediaType: 'application/rss+xml; charset=utf-8', text: en.rss },
    { name: 'feed.en.atom', mediaType: 'application/atom+xml; charset=utf-8', text: en.atom },
    { name: 'feed.json', mediaType: 'application/feed+json', text: drawJsonFeed(status, 'zh') },
    { name: 'feed.en.json', mediaType: 'application/feed+json', text: drawJsonFeed(status, 'en') },
    { name: 'maintenance.ics', mediaType: 'text/calendar; charset=utf-8', text: drawCalendar(status) },
    { name: 'en.html', mediaType: 'text/html; charset=utf-8', text: drawPage(status, 'en') },
    // The page people open comes last: when it is there all it links to is.
    { name: 'index.html', mediaType: 'text/html; charset=utf-8', text: drawPage(status, 'zh') },
  ];
};
