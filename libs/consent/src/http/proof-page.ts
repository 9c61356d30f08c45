import type { SubjectRequestProof } from '@inkproof/contract';
import { shanghaiTime } from '@inkproof/kernel';
import { proofWords } from './proof-words.js';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

const moment = (at: string): string => `${shanghaiTime(new Date(at))} UTC+8`;
const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

const row = (name: string, value: string | null | undefined): string => (value ? `<tr><th>${escape(name)}</th><td>${escape(value)}</td></tr>` : '');
const table = (rows: readonly string[]): string => `<table>${rows.join('')}</table>`;
const STYLE = 'body{font:15px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:780px;margin:40px auto;padding:0 16px;color:#1d1b18}h1{font-size:22px}h2{font-size:16px;margin:28px 0 8px}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid #e2ddd2;overflow-wrap:anywhere}td{white-space:pre-line}th{width:34%;font-weight:500}p{white-space:pre-wrap}code{font-size:12px;overflow-wrap:anywhere}@media print{body{margin:0}}';

/** The proof as one page for printing, in the language of the person who asked. It needs nothing from anywhere. */
export const proofPage = ({ tenant, request, issued_at, request_sha256, checkpoint }: SubjectRequestProof): string => {
  const said = proofWords[request.language];
  const { label } = said;
  const { person, clock, identity, events, tasks } = request;
  const facts = [
    row(label.tenant, tenant.name), row(label.request, request.id), row(label.kind, said.kind[request.kind]), row(label.relation, said.relation[request.relation]), row(label.state, said.state[request.state]),
    row(label.received, moment(clock.received_at)), row(label.due, moment(clock.due_at)), row(label.ended, request.ended_at && moment(request.ended_at)),
    row(label.identity, identity && joined(said.method[identity.method], identity.by.name, moment(identity.at))),
    row(label.name, person?.name), row(label.about, person?.about), row(label.email, person?.email),
  ];
  const steps = events.map(({ at, kind, side, by, words }) => row(moment(at), `${joined(said.event[kind], said.side[side], by?.name)}${words ? `\n${words}` : ''}`));
  const done = tasks.map(({ kind, state, count, certificate, note }) => row(said.task[kind], joined(said.taskState[state], count === null ? null : String(count), certificate, note)));
  return [
    `<!doctype html><html lang="${request.language}"><meta charset="utf-8"><title>${said.title} ${request.id}</title><style>${STYLE}</style>`,
    `<h1>${said.title}</h1>${table(facts)}`,
    person ? `<h2>${label.asked}</h2><p>${escape(person.words)}</p>` : '',
    `<h2>${label.steps}</h2>${table(steps)}`,
    `<h2>${label.tasks}</h2>${done.length > 0 ? table(done) : `<p>${label.none}</p>`}`,
    table([row(label.issued, moment(issued_at)), row(label.digest, request_sha256), row(label.checkpoint, checkpoint && JSON.stringify(checkpoint))]),
    `<p>${said.note}</p></html>`,
  ].join('\n');
};
