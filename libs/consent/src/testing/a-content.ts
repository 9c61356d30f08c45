import type { FilingClause } from '@inkproof/contract';
import { lengthOf } from '../model/filed-text.js';
import type { FilingContent, Span } from '../model/filing.js';

/** Parts of a text, and what each states. */
const parts: [string, FilingClause?][] = [
  ['个人信息处理授权书\n本人知悉并同意，澄江物流有限公司为核验签收单据、办理运费结算之目的，处理本人的下列个人信息：'],
  ['姓名、手机号码、收货地址、身份证号码', 'a'],
  ['。\n'],
  ['本人同意澄江物流有限公司将载有上述个人信息的单据影像提供给砚台科技有限公司，由其仅为识别影像中的文字之目的进行处理', 'b'],
  ['；识别完成后不得留存。\n'],
  ['本人同意砚台科技有限公司将识别所得的文字结果返回至澄江物流有限公司', 'c'],
  ['。\n本人有权随时在客户端的隐私设置中撤回授权。'],
];

const spansOf = (): Span[] => {
  let begins = 0;
  return parts.flatMap(([words, clause]) => {
    const span = { begins, ends: begins + lengthOf(words) };
    begins = span.ends;
    return clause ? [{ clause, ...span }] : [];
  });
};

/** For specs: a filing with every element, by the act of people on a web page. Its provider is 砚台科技有限公司. */
export const aContent = (): FilingContent => ({
  text: parts.map(([words]) => words).join(''),
  textSource: 'pasted',
  language: 'zh-CN',
  effectiveOn: '2026-12-01',
  endsOn: null,
  media: ['web_operation', 'video'],
  identityBinding: '登录时绑定的实名手机号',
  categories: ['name', 'phone', 'address', 'identity_number'],
  concernsMinors: false,
  purpose: '核验签收单据、办理运费结算',
  method: '由委托的服务提供者识别单据影像中的文字',
  retentionDays: 90,
  controllerName: '澄江物流有限公司',
  controllerContact: 'privacy@chengjiang.example',
  rights: '在客户端的隐私设置中撤回、查阅、更正、删除',
  spans: spansOf(),
});
