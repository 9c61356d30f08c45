import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { someStatus } from '../testing/some-status.js';
import { statusFiles } from './status-files.js';
import { statusTokens } from './status-style.js';
import { lasting, statusWords, upShare } from './status-words.js';

const fileOf = (name: string, status = someStatus()): string => statusFiles(status).find((file) => file.name === name)!.text;
const pages = ['index.html', 'en.html'];

describe('the page', () => {
  it.each(pages)('%s fetches nothing, and lets nothing be fetched', (name) => {
    const text = fileOf(name);
    expect([...text.matchAll(/(?:src|url)\s*[=(]\s*["']?(?!data:)([^"')\s>]+)/g)]).toEqual([]);
    expect(text).toContain("default-src 'none'");
    const addresses = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
    for (const href of addresses) expect(['data:,', ...statusFiles(someStatus()).map((file) => file.name)]).toContain(href);
  });

  it.each(pages)('%s says when it was made, and until when it may be believed', (name) => {
    const text = fileOf(name);
    expect(text).toContain('<time datetime="2026-11-27T06:32:08.000Z">2026-11-27 14:32:08</time> UTC+8');
    expect(text).toContain('data-stale="2026-11-27T06:37:08.000Z"');
  });

  it('says what people wrote as they wrote it', () => {
    expect(fileOf('en.html')).toContain('&quot;&lt;b&gt;&quot;');
    expect(fileOf('en.html')).toContain('砚台科技 &lt;Inkstone &amp; Co&gt;');
    expect(fileOf('en.html')).not.toContain('<b>"');
  });

  it('says by plan what not everybody had, and whom a window concerns', () => {
    const [recognition, ...others] = someStatus().components;
    const plans = [{ plan: 'large <1>', milliseconds: { ...recognition!.milliseconds, up: recognition!.milliseconds.up - 3_600_000, maintenance: 9_000_000 } }];
    const text = fileOf('en.html', someStatus({ components: [{ ...recognition!, plans }, ...others] }));
    expect(text).toContain('Plan large &lt;1&gt; · ≥ 98.76% · No reading 1 d · Our fault 12 min 34 s · Announced maintenance 2 h 30 min');
    expect(text).toContain('Console unavailable · Only on these plans: free');
  });

  it('says day by day what was not up, without a pointer, and nothing of days that were', () => {
    const history = /<details class="why"><summary>Day by day<\/summary><ul>(.*?)<\/ul>/.exec(fileOf('en.html'))![1]!;
    expect([...history.matchAll(/<li>(.*?)<\/li>/g)].map(([, day]) => day)).toEqual(['2026-11-27 · 99.12% · Our fault 12 min 34 s', '2026-11-07 · 93.75% · Announced maintenance 1 h 30 min']);
    expect(fileOf('en.html').match(/<details/g)).toHaveLength(2);
  });

  it('says of a window that goes on past its end that it is overrun', () => {
    const [window] = someStatus().windows;
    const running = (ends_at: string) => fileOf('en.html', someStatus({ windows: [{ ...window!, state: 'in_progress', starts_at: '2026-11-27T05:00:00.000Z', ends_at }] }));
    expect(running('2026-11-27T06:33:00.000Z')).toContain('<span class="tag">In progress</span>');
    expect(running('2026-11-27T06:30:00.000Z')).toContain('<span class="tag">Overrun</span>');
  });

  it('is headed by the worst that is known', () => {
    const headed = (state: 'up' | 'unknown' | 'maintenance') => fileOf('en.html', someStatus({ components: someStatus().components.map((one, i) => ({ ...one, state: i === 0 ? state : one.id === 'mail' ? 'unknown' : 'up' })) }));
    expect(fileOf('en.html')).toContain('<h1>Parts of the service are down</h1>');
    expect(headed('up')).toContain('<h1>Everything is up</h1>');
    expect(headed('maintenance')).toContain('<h1>Under maintenance</h1>');
    expect(fileOf('en.html', someStatus({ components: [] }))).toContain('<h1>No readings at present</h1>');
  });

  it('has the colours of the console', () => {
    const tokens = readFileSync(path.resolve(import.meta.dirname, '../../../ui/src/styles/tokens.css'), 'utf8').replaceAll(/\s/g, '');
    for (const token of statusTokens.replaceAll(/\s/g, '').split(';').filter(Boolean)) expect(tokens).toContain(`${token};`);
  });

  it('counts what nobody saw as nothing, and never rounds up to all', () => {
    const [recognition, , mail] = someStatus().components;
    expect(upShare(recognition!.milliseconds)).toBe('≥ 98.80%');
    expect(upShare(mail!.milliseconds)).toBeNull();
    expect(upShare({ ...mail!.milliseconds, up: 1_000_000, provider: 1, unknown: 0 })).toBe('99.99%');
    expect(upShare({ ...mail!.milliseconds, up: 9, unknown: 9 })).toBe('≥ 50.00%');
    expect(upShare({ ...mail!.milliseconds, up: 9, unknown: 10 })).toBeNull();
  });

  it('says durations in their two greatest units', () => {
    expect([0, 999, 61_000, 3_600_000, 90_061_000].map((ms) => lasting(ms, statusWords.en))).toEqual(['0 s', '0 s', '1 min 1 s', '1 h', '1 d 1 h']);
  });
});

describe('feeds', () => {
  const entriesOf = (name: string, status = someStatus()) =>
    JSON.parse(execFileSync('python3', [path.resolve(import.meta.dirname, '../testing/read-feed.py')], { input: fileOf(name, status), encoding: 'utf8' })) as { id: string; title: string; words: string; at: number }[];

  it.each(['feed.rss', 'feed.en.rss', 'feed.atom', 'feed.en.atom'])('%s holds each word about incidents and windows to another reader, newest first, each under an id of its own', (name) => {
    const entries = entriesOf(name);
    expect(entries.map(({ at }) => at)).toEqual(['2026-11-27T06:28Z', '2026-11-27T06:21Z', '2026-11-26T02:00Z', '2026-11-08T02:00Z'].map((moment) => Date.parse(moment) / 1_000));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
  });

  it('say the same in RSS and Atom, as people wrote it', () => {
    expect(entriesOf('feed.en.rss')).toEqual(entriesOf('feed.en.atom'));
    expect(entriesOf('feed.en.rss')[1]).toMatchObject({ title: 'Unavailable: Recognition API · Investigating', words: 'Our probes found it unavailable. "<b>"' });
  });

  it('say the same as JSON, as text that is no HTML', () => {
    for (const suffix of ['', '.en']) {
      const feed = JSON.parse(fileOf(`feed${suffix}.json`)) as { version: string; feed_url: string; items: { id: string; title: string; content_text: string; date_published: string }[] };
      expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', feed_url: `https://status.ocr.example/feed${suffix}.json` });
      expect(feed.items.map(({ id, title, content_text: words, date_published }) => ({ id, title, words, at: Date.parse(date_published) / 1_000 }))).toEqual(entriesOf(`feed${suffix}.atom`));
    }
  });

  it('keep the id of a word when others come after it', () => {
    const [incident] = someStatus().incidents;
    const later = someStatus({ incidents: [{ ...incident!, updates: [{ at: '2026-11-27T06:40:00.000Z', state: 'resolved', words: { zh: '好', en: 'Over' } }, ...incident!.updates] }] });
    const ids = (status = someStatus()) => entriesOf('feed.atom', status).map(({ id }) => id);
    expect(ids(later).slice(1)).toEqual(ids());
  });
});

it('the calendar holds each window once, in UTC, and the cancelled one as cancelled', () => {
  const lines = fileOf('maintenance.ics').replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
  expect(lines).toContain('DTSTART:20261202T180000Z');
  expect(lines).toContain('DTEND:20261202T200000Z');
  expect(lines).toContain('STATUS:CANCELLED');
  expect(lines).toContain('UID:mnt_01k9zzzzzzzzzzzzzzzzzzzzzz');
  expect(fileOf('maintenance.ics').split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});
