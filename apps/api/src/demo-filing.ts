import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { Actor } from '@inkproof/audit';
import type { BeginFiling, DecideFiling, KeepFilingFiles, SubmitFiling } from '@inkproof/consent';
import type { Day, Id } from '@inkproof/kernel';

interface Desk {
  begin: BeginFiling;
  files: KeepFilingFiles;
  submit: SubmitFiling;
  decide: DecideFiling;
}

const NAME = '签收单据识别授权书';
const LINE_PT = 24;

/** The text that the demo tenant filed, and where it says what. */
const textOf = (tenant: string, provider: string) => {
  const [a, b, c] = ['姓名、联系电话、收货地址', `本人同意${tenant}将载有上述个人信息的签收单据影像提供给${provider}，由其识别影像中的文字`, `本人同意${provider}将识别所得的文字结果返回给${tenant}`];
  const text = `${NAME}\n本人知悉，${tenant}为核验签收、结算运费，处理本人的下列个人信息：${a}。\n${b}；识别完成后，影像不再留存。\n${c}。\n本人可随时写信给${tenant}撤回授权，撤回不影响此前已进行的处理。`;
  const characters = Array.from(text);
  const spanOf = (clause: 'a' | 'b' | 'c', words: string) => {
    const begins = Array.from(text.slice(0, text.indexOf(words))).length;
    return { clause, begins, ends: Math.min(characters.length, begins + Array.from(words).length) };
  };
  return { text, spans: [spanOf('a', a), spanOf('b', b), spanOf('c', c)] };
};

/** One page that stands for the form a person signs. */
const form = async (): Promise<Buffer> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595, 842]);
  ['Consent to the recognition of delivery receipts', 'Demonstration form of this trial install.', 'Name, phone number and delivery address are read from the receipt.'].forEach((line, at) => page.drawText(line, { x: 72, y: 740 - at * LINE_PT, size: 14, font }));
  return Buffer.from(await pdf.save());
};

/** Files a text for the demo tenant and takes it on file, as the two sides would. */
export const fileForDemo = async ({ begin, files, submit, decide }: Desk, { tenantId, tenant, provider, today }: { tenantId: Id<'ten'>; tenant: string; provider: string; today: Day }): Promise<void> => {
  const [tenantSide, providerSide]: Actor[] = [
    { kind: 'system', id: 'seed', requestId: null },
    { kind: 'system', id: 'seed-review', requestId: null },
  ];
  const draft = await begin.for(
    tenantId,
    {
      name: NAME,
      ...textOf(tenant, provider),
      language: 'zh-CN',
      effectiveOn: today,
      media: ['communication_record'],
      identityBinding: '实名认证的企业通讯账号',
      categories: ['name', 'phone', 'address'],
      purpose: '核验签收、结算运费',
      method: '由委托的服务提供者识别签收单据影像中的文字',
      retentionDays: 90,
      controllerName: tenant,
      controllerContact: 'privacy@demo.example',
      rights: '写信至 privacy@demo.example 撤回、查阅、更正、删除',
    },
    tenantSide!,
  );
  await files.add(tenantId, draft.filing.id, { kind: 'contract', name: 'consent-form.pdf', bytes: await form() }, tenantSide!);
  const handedIn = await submit.for(tenantId, draft.filing.id, tenantSide!);
  await decide.for(handedIn.id, { verdict: 'accept', textSha256: handedIn.textSha256 }, providerSide!);
};
