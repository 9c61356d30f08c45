import './requests.css';
import { openRequestStates, type SubjectRequest } from '@inkproof/contract';
import { Bar, buttonClass, Facts, Ledger, Mast, Section, Tag } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { momentOf } from '../../words/moments';
import { Moment } from '../moments/moment';
import { RequestActs } from './request-acts';
import { RequestClock } from './request-clock';
import { RequestState } from './request-state';
import { TaskActs } from './task-acts';

const taskTones = { open: 'fill', done: 'lv', not_needed: 'void' } as const;

/** One request in full: what was asked, by whom, how much time is left, what is being done and what was said. */
export const RequestPage = ({ request, mayKeep }: { request: SubjectRequest; mayKeep: boolean }) => {
  const t = useTranslations('requests');
  const { id, person, identity, tasks, events, clock, state } = request;
  const isOpen = openRequestStates.some((one) => one === state);
  const proof = `/v1/data-subject-requests/${id}/proof`;
  return (
    <main className="main rq">
      <Mast
        title={t(`kindLong.${request.kind}`)}
        lede={<RequestState state={state} />}
        actions={
          <>
            <a className={buttonClass({})} href={`${proof}?format=html`} download>
              {t('proofPrint')}
            </a>
            <a className={buttonClass({})} href={proof} download={`${id}.json`}>
              {t('proof')}
            </a>
          </>
        }
      />
      {state === 'received' ? <Bar tone="zhe" title={t('unconfirmed')}>{t('unconfirmedBody')}</Bar> : null}
      {isOpen && mayKeep ? <RequestActs id={id} state={state} clock={clock} identity={identity} subject_known={request.subject_known} tasks={tasks} /> : null}
      <Section title={t('asked')}>
        {person ? <blockquote className="rq-w">{person.words}</blockquote> : <p className="dim">{t(mayKeep ? 'erased' : 'notForYou')}</p>}
        <Facts
          entries={[
            [t('column.clock'), <RequestClock key="c" clock={clock} ended={!isOpen} />],
            [t('column.received'), <Moment key="r" at={clock.received_at} />],
            [t('column.source'), t(`source.${request.source}`)],
            [t('asker'), t(`relation.${request.relation}`)],
            person?.about ? [t('form.about'), person.about] : null,
            person?.name ? [t('form.name'), person.name] : null,
            person?.email ? [t('form.email'), person.email] : null,
            [t('identity'), identity ? [t(`act.methods.${identity.method}`), identity.by.name, momentOf(identity.at)].filter(Boolean).join(' · ') : t('identityNone')],
            [t('subject'), t(request.subject_known ? 'subjectFound' : 'subjectNone')],
            [t('id'), <span key="i" className="id">{id}</span>],
          ]}
        />
      </Section>
      {tasks.length ? (
        <Section title={t('tasks')}>
          <Ledger caption={t('tasks')} columns={[{ key: 'what', label: t('task.what') }, { key: 'note', label: t('task.note') }, { key: 'state', label: t('column.state') }]}>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td>
                  {t(`task.kind.${task.kind}`)}
                  {task.by_itself && task.state === 'open' ? <div className="sub">{t('task.waits')}</div> : null}
                </td>
                <td className="hide sub">{[task.count === null ? null : t('task.count', { count: task.count }), task.note, task.certificate].filter(Boolean).join(' · ')}</td>
                <td className="end">
                  <span className="row btw wrap">
                    <Tag tone={taskTones[task.state]}>{t(`task.state.${task.state}`)}</Tag>
                    {mayKeep && isOpen && task.state === 'open' ? <TaskActs id={id} task={task.id} kind={task.kind} /> : null}
                  </span>
                </td>
              </tr>
            ))}
          </Ledger>
        </Section>
      ) : null}
      <Section title={t('steps')}>
        <Ledger caption={t('steps')} columns={[{ key: 'at', label: t('column.at') }, { key: 'what', label: t('column.what') }, { key: 'words', label: t('column.said') }]}>
          {events.map((event, place) => (
            <tr key={place}>
              <td className="sub">
                <Moment at={event.at} />
              </td>
              <td>
                {t(`event.${event.kind}`)} <span className="dim">{event.by?.name ?? t(`side.${event.side}`)}</span>
              </td>
              <td className="sub">{event.words}</td>
            </tr>
          ))}
        </Ledger>
      </Section>
    </main>
  );
};
