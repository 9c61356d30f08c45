/** Where somebody else's words begin: in what programs of mail write over what they quote, in the languages of ours. */
const QUOTED: readonly RegExp[] = [
  /^\s*>?\s*##- .{1,60} -##\s*$/,
  /^-{2,}\s*(Original Message|Forwarded message|原始邮件|转发邮件|回复的原邮件)\s*-{2,}\s*$/i,
  /^_{20,}\s*$/,
  /^(On|Am|Le)\s.{5,200}(wrote|schrieb|écrit)\s*:\s*$/i,
  /^(在|于)?.{0,80}\d.{0,80}(写道|寫道|wrote)\s*[:：]\s*$/,
  /^(From|发件人|寄件者)\s*[:：].{1,200}$/i,
];
/** A signature, and what telephones add to it. */
const SIGNED: readonly RegExp[] = [/^-- ?$/, /^(Sent from my |Get Outlook for |发自我的|从我的.{1,12}发送)/i];

const isQuote = (line: string): boolean => /^\s*>/.test(line);

/** A quotation's heading may be broken over two lines. */
const beginsOthers = (lines: readonly string[], at: number): boolean => {
  const [line, broken] = [lines[at]!.trim(), `${lines[at]!.trim()} ${lines[at + 1]?.trim() ?? ''}`];
  return QUOTED.some((pattern) => pattern.test(line)) || (/^On\s/.test(line) && QUOTED[3]!.test(broken));
};

/** What somebody wrote in a mail, without what it quotes and without their signature. When nothing is left, all of it. */
export const ownWords = (text: string): string => {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line, at) => beginsOthers(lines, at) || SIGNED.some((pattern) => pattern.test(line.trim())));
  const own = (end === -1 ? lines : lines.slice(0, end)).slice();
  while (own.length && (isQuote(own.at(-1)!) || !own.at(-1)!.trim())) own.pop();
  return own.join('\n').trim() || text.trim();
};
