/** Numbers at which programs that count bytes go wrong. */
const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

type Mutation = (file: Buffer, at: number, random: () => number) => Buffer;

const below = (random: () => number, count: number): number => Math.floor(random() * count);

const withByte = (file: Buffer, at: number, value: number): Buffer => {
  file[at] = value;
  return file;
};

const mutations: readonly Mutation[] = [
  (file, at, random) => withByte(file, at, (file[at] ?? 0) ^ (1 << below(random, 8))),
  (file, at, random) => withByte(file, at, below(random, 256)),
  (file, at, random) => {
    const value = EXTREMES[below(random, EXTREMES.length)] ?? 0;
    const place = Math.min(at, Math.max(0, file.length - 4));
    if (file.length >= 4) random() < 0.5 ? file.writeUInt32BE(value, place) : file.writeUInt32LE(value, place);
    return file;
  },
  (file, at, random) => file.fill(below(random, 256), at, Math.min(file.length, at + below(random, 64))),
  (file, at) => file.subarray(0, at),
  (file, at, random) => Buffer.concat([file.subarray(0, at), file.subarray(Math.min(file.length, at + 1 + below(random, 256)))]),
  (file, at, random) => Buffer.concat([file.subarray(0, at), file.subarray(at, at + 1 + below(random, 512)), file.subarray(at)]),
  // Numbers written as text are the lengths and places of a PDF.
  (file, at, random) => {
    for (let place = at; place < file.length && place < at + 400; place++) if ((file[place] ?? 0) >= 0x30 && (file[place] ?? 0) <= 0x39) return withByte(file, place, 0x30 + below(random, 10));
    return file;
  },
];

/** The file with one to six wounds, more of them near its beginning, where headers are. The same numbers wound it in the same way. */
export const mutated = (whole: Uint8Array, random: () => number): Buffer => {
  let file: Buffer = Buffer.from(whole);
  for (let wound = 1 + below(random, 6); wound > 0 && file.length > 0; wound--) {
    const at = below(random, random() < 0.5 ? Math.min(file.length, 512) : file.length);
    file = Buffer.from(mutations[below(random, mutations.length)]?.(file, at, random) ?? file);
  }
  return file;
};
