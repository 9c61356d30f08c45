import type { SubjectRequestProof } from '@inkproof/contract';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

const words = {
  'zh-CN': {
    title: '个人信息主体请求处理证明', tenant: '个人信息处理者', request: '请求', kind: '类型', relation: '提出人', state: '状态', received: '收到', due: '期限（不含）', ended: '结束', asked: '请求内容', steps: '经过', tasks: '任务', digest: '请求内容摘要（SHA-256，RFC 8785）', checkpoint: '审计日志检查点', issued: '出具时间', none: '无', name: '姓名', email: '邮箱', about: '涉及',
    note: '本证明陈述经过，不是对处理结果的评价；处理者自身的义务不因此改变。',
  },
  en: {
    title: 'Proof of a data-subject request', tenant: 'Handler', request: 'Request', kind: 'Asked for', relation: 'Asked by', state: 'State', received: 'Received', due: 'Due before', ended: 'Ended', asked: 'What was asked', steps: 'Steps', tasks: 'Tasks', digest: 'Digest of the request (SHA-256, RFC 8785)', checkpoint: 'Checkpoint of the audit log', issued: 'Issued', none: 'none', name: 'Name', email: 'E-mail', about: 'About',
    note: 'This says what happened. It is no judgement of it, and changes nothing of what the handler owes.',
  },
} as const;

const row = (name: string, value: string | null | undefined): string => (value ? `<tr><th>${escape(name)}</th><td>${escape(value)}</td></tr>` : '');
const STYLE = 'body{font:15px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:780px;margin:40px auto;padding:0 16px;color:#1d1b18}h1{font-size:22px}h2{font-size:16px;margin:28px 0 8px}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid #e2ddd2;overflow-wrap:anywhere}th{width:34%;font-weight:500}p{white-space:pre-wrap}code{font-size:12px;overflow-wrap:anywhere}@media print{body{margin:0}}';

/** The proof as one page for printing, in the language of the person who asked. It needs nothing from anywhere. */
export const proofPage = ({ tenant, request, issued_at, request_sha256, checkpoint }: SubjectRequestProof): string => {
  const lang = request.language;
  const said = words[lang];
  const { person, clock, events, tasks } = request;
  const steps = events.map(({ at, kind, side, words: spoken }) => row(at, `${kind} · ${side}${spoken ? `\n${spoken}` : ''}`)).join('');
  const done = tasks.map(({ kind, state, count, certificate, note }) => row(kind, [state, count === null ? null : String(count), certificate, note].filter(Boolean).join(' · '))).join('');
  return [
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${said.title} ${request.id}</title><style>${STYLE}</style>`,
    `<h1>${said.title}</h1><table>`,
    row(said.tenant, tenant.name), row(said.request, request.id), row(said.kind, request.kind), row(said.relation, request.relation), row(said.state, request.state),
    row(said.received, clock.received_at), row(said.due, clock.due_at), row(said.ended, request.ended_at),
    row(said.name, person?.name), row(said.about, person?.about), row(said.email, person?.email),
    '</table>',
    person ? `<h2>${said.asked}</h2><p>${escape(person.words)}</p>` : '',
    `<h2>${said.steps}</h2><table>${steps}</table>`,
    `<h2>${said.tasks}</h2>${done ? `<table>${done}</table>` : `<p>${said.none}</p>`}`,
    `<table>${row(said.issued, issued_at)}${row(said.digest, request_sha256)}${row(said.checkpoint, checkpoint && JSON.stringify(checkpoint))}</table>`,
    `<p>${said.note}</p></html>`,
  ].join('\n');
};
