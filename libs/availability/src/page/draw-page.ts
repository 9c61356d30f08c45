import { createHash } from 'node:crypto';
import type { AvailabilityStanding, ComponentState, Incident, StandingSums, Status, StatusComponent } from '@inkproof/contract';
import { drawDays } from './draw-days.js';
import { escapeXml } from './escape-xml.js';
import { statusScript, statusStyle } from './status-style.js';
import { lasting, statusWords, upShare, type StatusWords } from './status-words.js';

type Locale = 'zh' | 'en';

const NARROW_DAYS = 45;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const SEAL = '<svg width="30" height="30" viewBox="0 0 40 40" aria-hidden="true"><path fill="var(--zhu-fill)" d="M3.4 1.6 19 .9l17.5.6c1.3.1 2 .8 2.1 2.1l.6 16-.5 17c-.1 1.3-.8 2-2.1 2.1l-17.1.5-16-.6c-1.3-.1-2-.7-2.1-2L.8 20l.5-16.3c.1-1.3.8-2 2.1-2.1z"/><path transform="translate(4 3.7)" fill="none" stroke="#fff" stroke-width="3.5" d="M5 6.2H27M16 6.2V26.5M16 15.6H24.5M8.8 13.8V26.5M3.5 26.5H28.5"/></svg>';

/** Beijing's time, to the minute or the second: the page has one for all readers, and says which. */
const beijing = (moment: string, length: 16 | 19): string => new Date(Date.parse(moment) + SHANGHAI_OFFSET_MS).toISOString().slice(0, length).replace('T', ' ');
const time = (moment: string, length: 16 | 19 = 16): string => `<time datetime="${moment}">${beijing(moment, length)}</time>`;

/** The worst of all components that anything is known of. */
const wholeState = (components: readonly StatusComponent[]): ComponentState => (['down', 'maintenance', 'up'] as const).find((state) => components.some((component) => component.state === state)) ?? 'unknown';

const causesOf = (milliseconds: StandingSums, words: StatusWords): string[] =>
  Object.entries(milliseconds).flatMap(([standing, ms]) => (standing !== 'up' && ms >= 1_000 ? [`${words.standing[standing as AvailabilityStanding]} ${lasting(ms, words)}`] : []));

/** What everybody had, and on a line of its own what those on a plan had otherwise. */
const whyOf = ({ milliseconds, plans }: StatusComponent, words: StatusWords): string[] =>
  [causesOf(milliseconds, words), ...plans.map((one) => [words.onPlan(one.plan), upShare(one.milliseconds) ?? '—', ...causesOf(one.milliseconds, words)])].filter((line) => line.length).map((line) => escapeXml(line.join(' · ')));

/** Each day on which it was not up for all of the time that is known, the newest first, with what that is put down to. */
const historyOf = ({ days }: StatusComponent, words: StatusWords): string[] =>
  days.flatMap(({ day, milliseconds }) => {
    const causes = causesOf({ ...milliseconds, unknown: 0 }, words);
    return causes.length ? [`${day} · ${upShare(milliseconds) ?? '—'} · ${causes.join(' · ')}`] : [];
  }).reverse();

const drawComponent = (component: StatusComponent, locale: Locale, words: StatusWords): string => {
  const why = whyOf(component, words).map((line) => `<span class="why">${line}</span>`);
  const days = historyOf(component, words);
  const history = days.length ? `<details class="why"><summary>${words.history}</summary><ul>${days.map((day) => `<li>${escapeXml(day)}</li>`).join('')}</ul></details>` : '';
  return `<div class="row"><span class="nm">${escapeXml(component.name[locale])}</span><span class="num">${upShare(component.milliseconds) ?? '—'}</span><span class="ch">${drawDays(component.days, 'l', words)}${drawDays(component.days.slice(-NARROW_DAYS), 's', words)}</span><span class="st ${component.state}">${words.component[component.state]}</span>${why.join('')}${history}</div>`;
};

const drawIncident = ({ title, state, updates }: Incident, locale: Locale, words: StatusWords): string =>
  `<li><h3>${escapeXml(title[locale])}<span class="tag${state === 'resolved' ? '' : ' tag-open'}">${words.incident[state]}</span></h3><ol class="up-list">${updates
    .map((update) => `<li>${time(update.at)}<span>${words.incident[update.state]}</span><p>${escapeXml(update.words[locale])}</p></li>`)
    .join('')}</ol></li>`;

/** A window that goes on past its announced end is not called what it was announced as. */
const standingOf = ({ state, ends_at }: Status['windows'][number], madeAt: string, words: StatusWords): string => (['in_progress', 'verifying'].includes(state) && ends_at <= madeAt ? words.overrun : (words.windowState[state] ?? state));

const drawWindow = (window: Status['windows'][number], { components, made_at }: Status, locale: Locale, words: StatusWords): string => {
  const touched = window.components.map(({ id, impact }) => `${components.find((one) => one.id === id)?.name[locale] ?? id} ${words.impact[impact] ?? ''}`.trim());
  return `<li id="${window.id}"><h3>${escapeXml(window.title[locale])}<span class="tag">${standingOf(window, made_at, words)}</span></h3><p class="sub">${time(window.starts_at)} – ${time(window.ends_at)}</p><p class="sub">${escapeXml([...touched, ...(window.plans.length ? [words.onPlans(window.plans)] : [])].join(' · '))}</p><p class="sub">${escapeXml(window.text[locale])}</p></li>`;
};

/** One file that holds all it needs, and is read without a script as well. */
export const drawPage = (status: Status, locale: Locale): string => {
  const words = statusWords[locale];
  const state = wholeState(status.components);
  const coming = status.windows.filter((window) => ['scheduled', 'in_progress', 'verifying'].includes(window.state));
  const over = status.windows.filter((window) => !coming.includes(window)).reverse();
  const hash = createHash('sha256').update(statusScript).digest('base64');
  const suffix = locale === 'zh' ? '' : '.en';
  return `<!doctype html>
<html lang="${words.lang}" data-stale="${status.stale_at}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"><meta http-equiv="refresh" content="60"><meta name="referrer" content="no-referrer">
<title>${words.headline[state]} · ${words.title} · ${escapeXml(status.provider)}</title><link rel="icon" href="data:,"><link rel="alternate" type="application/rss+xml" href="feed${suffix}.rss"><link rel="alternate" type="application/atom+xml" href="feed${suffix}.atom"><link rel="alternate" type="application/feed+json" href="feed${suffix}.json"><link rel="alternate" hreflang="${words.other.lang}" href="${words.other.href}">
<style>${statusStyle}</style></head>
<body><header><span class="brand">${SEAL}${words.brand}</span><a href="${words.other.href}" lang="${words.other.lang}">${words.other.name}</a></header>
<main><div class="h"><h1>${words.headline[state]}</h1><p>${words.madeAt} ${time(status.made_at, 19)} UTC+8</p></div>
<div class="bar old" role="status"><b>${words.staleTitle}</b><p class="sub">${words.stale}</p></div>
${coming.length ? `<div class="bar"><ul class="list">${coming.map((window) => drawWindow(window, status, locale, words)).join('')}</ul></div>` : ''}
<section><div class="sec"><h2><span class="l">${words.days}</span><span class="s">${words.narrowDays}</span></h2><span class="legend"><span><i style="background:var(--c3)"></i>${words.standing.up}</span><span><i style="background:var(--zhu)"></i>${words.standing.provider}</span><span><i style="background:var(--zhe-fill)"></i>${words.others}</span><span><i class="low" style="background:var(--edge)"></i>${words.standing.unknown}</span></span></div>
${status.components.map((component) => drawComponent(component, locale, words)).join('\n')}
<div class="ax"><span class="l">${status.components[0]?.days[0]?.day.slice(5) ?? ''}</span><span class="s">${status.components[0]?.days.at(-NARROW_DAYS)?.day.slice(5) ?? ''}</span><span>${words.today}</span></div><p class="note">${words.byCause}</p></section>
<section><div class="sec"><h2>${words.incidents}</h2></div>${status.incidents.length ? `<ul class="list">${status.incidents.map((incident) => drawIncident(incident, locale, words)).join('')}</ul>` : `<p class="note">${words.noIncidents}</p>`}</section>
${over.length ? `<section><div class="sec"><h2>${words.windows}</h2></div><ul class="list">${over.map((window) => drawWindow(window, status, locale, words)).join('')}</ul></section>` : ''}
</main><footer><span>${words.runBy} ${escapeXml(status.provider)}</span><nav><a href="feed${suffix}.rss">RSS</a><a href="feed${suffix}.atom">Atom</a><a href="feed${suffix}.json">JSON Feed</a><a href="maintenance.ics">iCal</a><a href="status.json">JSON</a></nav></footer>
<script>${statusScript}</script></body></html>
`;
};
