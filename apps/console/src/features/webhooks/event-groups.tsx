'use client';
import { webhookEvents, type Webhook } from '@inkproof/contract';
import { Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { zhCN } from '../../words/zh-CN/index';
import { wordOf } from './word-of';

type Event = Webhook['events'][number];
type Noun = keyof typeof zhCN.webhooks.group;

/** Tests go to a webhook whatever it asked for, so nobody chooses them. */
export const choosable = webhookEvents.filter((event) => event !== 'webhook.test');

const nounOf = (event: Event): Noun => event.split('.')[0] as Noun;
const groups = [...new Set(choosable.map(nounOf))].map((noun) => [noun, choosable.filter((event) => nounOf(event) === noun)] as const);

/** Of what to tell, by what it is about: a group at once or event by event. Groups of which something is chosen begin open. */
export const EventGroups = ({ start }: { start: readonly Event[] }) => {
  const t = useTranslations('webhooks');
  const [chosen, setChosen] = useState<ReadonlySet<Event>>(new Set(start));
  const choose = (events: readonly Event[], isChosen: boolean) => setChosen((before) => new Set(isChosen ? [...before, ...events] : [...before].filter((event) => !events.includes(event))));
  return groups.map(([noun, events]) => {
    const count = events.filter((event) => chosen.has(event)).length;
    return (
      <details key={noun} className="wh-g" open={events.some((event) => start.includes(event))}>
        <summary>
          {t(`group.${noun}`)} <span className="dim small">{t('groupCount', { count, all: events.length })}</span>
        </summary>
        <div className="wh-e">
          {events.length > 1 ? (
            <Tick checked={count === events.length} onChange={({ target }) => choose(events, target.checked)}>
              {t('groupAll')}
            </Tick>
          ) : null}
          {events.map((event) => (
            <Tick key={event} name={event} checked={chosen.has(event)} onChange={({ target }) => choose([event], target.checked)}>
              {t(`event.${wordOf(event)}`)} <span className="dim mono small">{event}</span>
            </Tick>
          ))}
        </div>
      </details>
    );
  });
};
