const mean = (values) => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null);
const percent = (share) => (share === null ? '–' : (share * 100).toFixed(1)).padStart(7);
const seconds = (value) => (value === null ? '–' : value.toFixed(2)).padStart(7);

/** Means over some measured pages. Recall is over those pages only whose truth has words or Han pairs. */
export const meansOf = (rows) => ({
  n: rows.length,
  failed: rows.filter(({ error }) => error).length,
  cer: mean(rows.map(({ cer }) => cer)),
  recall: mean(rows.map(({ recall }) => recall).filter((value) => value !== null)),
  cpuSeconds: mean(rows.map(({ cpuSeconds }) => cpuSeconds)),
  wallSeconds: mean(rows.map(({ wallSeconds }) => wallSeconds)),
});

/** One line a group, the readers side by side: error rate and recall in per cent, CPU and wall in seconds a page. */
export const printTable = (title, rows, readers, groupOf) => {
  console.log(`\n${title.padEnd(28)}${'n'.padStart(4)}${readers.map((reader) => `  │${reader.padStart(10)}: CER  recall    CPU   wall`).join('')}`);
  const groups = [...Map.groupBy(rows, groupOf)];
  for (const [group, members] of groups) {
    const cells = readers.map((reader) => {
      const { cer, recall, cpuSeconds, wallSeconds } = meansOf(members.filter((row) => row.reader === reader));
      return `  │${' '.repeat(6)}${percent(cer)}${percent(recall)}${seconds(cpuSeconds)}${seconds(wallSeconds)}`;
    });
    const count = members.filter((row) => row.reader === readers[0]).length;
    console.log(`${String(group).padEnd(28)}${String(count).padStart(4)}${cells.join('')}`);
  }
};
