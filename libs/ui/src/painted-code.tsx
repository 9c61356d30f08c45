/** Strings, comments and the few words of curl, TypeScript and Python that a sample uses. */
const tokens = /(?<s>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?<c>(?<=^|\s)(?:#|\/\/).*)|(?<k>\b(?:curl|import|from|const|await|new|with|as|for|print|open|return|async|function|if|raise)\b)/gm;

/** Beyond this, colouring costs more than it gives: a large result would become tens of thousands of elements. */
const MOST_CHARACTERS = 60_000;

/** Code with its strings, comments and keywords in their inks. */
export const PaintedCode = ({ code }: { code: string }) => {
  if (code.length > MOST_CHARACTERS) return code;
  const parts: React.ReactNode[] = [];
  let end = 0;
  for (const match of code.matchAll(tokens)) {
    const kind = match.groups?.s ? 's' : match.groups?.c ? 'c' : 'k';
    parts.push(code.slice(end, match.index), <span key={match.index} className={kind}>{match[0]}</span>);
    end = match.index + match[0].length;
  }
  parts.push(code.slice(end));
  return parts;
};
