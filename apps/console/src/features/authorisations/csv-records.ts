/** One record of a CSV as it stands, and the line it begins on. */
export interface CsvRecord {
  line: number;
  text: string;
}

const quotesIn = (text: string): number => text.split('"').length - 1;

/** The head line and the records of a CSV, without reading their cells: a cell in quotes may hold line ends. */
export const csvRecords = (csv: string): { head: string; records: CsvRecord[] } => {
  const whole: CsvRecord[] = [];
  let isOpen = false;
  for (const [at, line] of csv.replace(/^\ufeff/, '').split(/\r?\n/).entries()) {
    const last = whole.at(-1);
    if (isOpen && last) last.text += `\n${line}`;
    else if (line.trim()) whole.push({ line: at + 1, text: line });
    if (quotesIn(line) % 2) isOpen = !isOpen;
  }
  const [head, ...records] = whole;
  return { head: head?.text ?? '', records };
};
