import type { requestEventKinds, requestRelations, requestTaskKinds, requestTaskStates, RequestKind, RequestState, identityMethods } from '@inkproof/contract';

type Words<Name extends string> = Record<Name, string>;

interface ProofWords {
  title: string;
  label: Words<'tenant' | 'request' | 'kind' | 'relation' | 'state' | 'received' | 'due' | 'ended' | 'asked' | 'identity' | 'steps' | 'tasks' | 'digest' | 'checkpoint' | 'issued' | 'none' | 'name' | 'email' | 'about'>;
  note: string;
  kind: Words<RequestKind>;
  relation: Words<(typeof requestRelations)[number]>;
  state: Words<RequestState>;
  method: Words<(typeof identityMethods)[number]>;
  event: Words<(typeof requestEventKinds)[number]>;
  side: Words<'person' | 'tenant' | 'provider' | 'system'>;
  task: Words<(typeof requestTaskKinds)[number]>;
  taskState: Words<(typeof requestTaskStates)[number]>;
}

/** What a printed proof says, in the language of the person who asked. */
export const proofWords: Record<'zh-CN' | 'en', ProofWords> = {
  'zh-CN': {
    title: '个人信息主体请求处理证明',
    label: { tenant: '个人信息处理者', request: '请求', kind: '类型', relation: '提出人', state: '状态', received: '收到', due: '期限（不含）', ended: '结束', asked: '请求内容', identity: '身份核实', steps: '经过', tasks: '任务', digest: '请求内容摘要（SHA-256，RFC 8785）', checkpoint: '审计日志检查点', issued: '出具时间', none: '无', name: '姓名', email: '邮箱', about: '涉及' },
    note: '本证明陈述经过，不是对处理结果的评价；处理者自身的义务不因此改变。',
    kind: { access: '查阅个人信息', copy: '复制个人信息', withdraw: '撤回同意', correct: '更正、补充个人信息', delete: '删除个人信息', explain: '解释处理规则' },
    relation: { self: '本人', kin: '死者近亲属', guardian: '监护人', agent: '受托人' },
    state: { received: '待确认', confirmed: '待核身', identified: '已核身', in_progress: '处理中', answered: '已答复', refused: '已拒绝', withdrawn: '已撤回' },
    method: { account_session: '已登录其账户', known_contact: '已知联系方式', document_shown: '出示证件', in_person: '当面', kinship_proof: '亲属关系证明', guardian_proof: '监护关系证明', written_authority: '书面委托', other: '其他方式' },
    event: { received: '收到', forwarded: '由乙方转交', confirmed: '邮箱已确认', identified: '身份已核实', began: '开始处理', task_settled: '完成一项任务', extended: '延长期限', warned_50: '期限过半', warned_80: '期限已过五分之四', overdue: '超过期限', answered: '已答复', refused: '已拒绝', withdrawn: '已撤回', lapsed: '未确认而失效' },
    side: { person: '请求人', tenant: '处理者', provider: '识别服务方', system: '自动' },
    task: { withdraw_authorizations: '撤回其全部授权', stop_processing: '停止自有系统内的处理', erase_material: '删除授权资料', erase_results: '删除识别结果', erase_own_copies: '删除自有系统内的副本', gather: '汇集其个人信息', hand_over_copy: '交付副本', correct_records: '更正记录', explain_rules: '解释处理规则' },
    taskState: { open: '待办', done: '完成', not_needed: '不需要' },
  },
  en: {
    title: 'Proof of a data-subject request',
    label: { tenant: 'Handler', request: 'Request', kind: 'Asked for', relation: 'Asked by', state: 'State', received: 'Received', due: 'Due before', ended: 'Ended', asked: 'What was asked', identity: 'Identity', steps: 'Steps', tasks: 'Tasks', digest: 'Digest of the request (SHA-256, RFC 8785)', checkpoint: 'Checkpoint of the audit log', issued: 'Issued', none: 'none', name: 'Name', email: 'E-mail', about: 'About' },
    note: 'This says what happened. It is no judgement of it, and changes nothing of what the handler owes.',
    kind: { access: 'To see personal information', copy: 'A copy of personal information', withdraw: 'To withdraw consent', correct: 'To correct or complete personal information', delete: 'To delete personal information', explain: 'To be told the rules of processing' },
    relation: { self: 'The person', kin: 'Kin of a person who died', guardian: 'A guardian', agent: 'Somebody they sent' },
    state: { received: 'Unconfirmed', confirmed: 'To be identified', identified: 'Identified', in_progress: 'In progress', answered: 'Answered', refused: 'Refused', withdrawn: 'Taken back' },
    method: { account_session: 'Signed in to their account', known_contact: 'A contact known before', document_shown: 'A document was shown', in_person: 'In person', kinship_proof: 'Proof of kinship', guardian_proof: 'Proof of guardianship', written_authority: 'Written authority', other: 'Otherwise' },
    event: { received: 'Received', forwarded: 'Passed on by the provider', confirmed: 'Address confirmed', identified: 'Identity recorded', began: 'Work began', task_settled: 'A task was settled', extended: 'More time was taken', warned_50: 'Half of the time passed', warned_80: 'Four fifths of the time passed', overdue: 'The time was over', answered: 'Answered', refused: 'Refused', withdrawn: 'Taken back', lapsed: 'Lapsed unconfirmed' },
    side: { person: 'the person', tenant: 'the handler', provider: 'the provider of recognition', system: 'by itself' },
    task: { withdraw_authorizations: 'Withdraw all their authorisations', stop_processing: 'Stop processing in its own systems', erase_material: 'Delete their material', erase_results: 'Delete results', erase_own_copies: 'Delete copies in its own systems', gather: 'Gather their personal information', hand_over_copy: 'Hand over the copy', correct_records: 'Correct the records', explain_rules: 'Explain the rules of processing' },
    taskState: { open: 'open', done: 'done', not_needed: 'not needed' },
  },
};
