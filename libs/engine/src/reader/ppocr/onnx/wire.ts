/** One field of a protocol buffer: its number, how it is written, and what it holds. Fixed numbers and nested messages stay bytes. */
export interface Field {
  number: number;
  wire: number;
  value: bigint | Uint8Array;
}

const [VARINT, FIXED64, BYTES, FIXED32] = [0, 1, 2, 5];

/** A number of seven bits a byte, and where the next one begins. */
const varintAt = (bytes: Uint8Array, begin: number): [value: bigint, end: number] => {
  let value = 0n;
  for (let at = begin; at < begin + 10; at++) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value |= BigInt(byte & 127) << BigInt(7 * (at - begin));
    if (byte < 128) return [value, at + 1];
  }
  throw new RangeError('A number in the message does not end.');
};

/** Numbers that follow each other without tags. */
export const varintsOf = (bytes: Uint8Array): bigint[] => {
  const values: bigint[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [value, end] = varintAt(bytes, at);
    values.push(value);
    at = end;
  }
  return values;
};

/** The fields of a message in the order in which they are written. */
export const fieldsOf = (bytes: Uint8Array): Field[] => {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint => {
    const [value, end] = varintAt(bytes, at);
    at = end;
    return value;
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('The message ends before its field does.');
    return bytes.subarray(at, (at += length));
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const [number, wire] = [Math.floor(tag / 8), tag % 8];
    if (wire === VARINT) fields.push({ number, wire, value: varint() });
    else if (wire === BYTES) fields.push({ number, wire, value: take(Number(varint())) });
    else if (wire === FIXED32 || wire === FIXED64) fields.push({ number, wire, value: take(wire === FIXED32 ? 4 : 8) });
    else throw new RangeError(`The message has a field of an unknown kind, ${wire}.`);
  }
  return fields;
};

const varintBytes = (value: bigint): number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) + 128);
  return [...bytes, Number(rest)];
};

/** A message from its fields. */
export const messageOf = (fields: readonly Field[]): Uint8Array =>
  Buffer.concat(
    fields.flatMap(({ number, wire, value }) => {
      const tag = varintBytes(BigInt(number * 8 + wire));
      if (typeof value === 'bigint') return [Uint8Array.from([...tag, ...varintBytes(value)])];
      return [Uint8Array.from(wire === BYTES ? [...tag, ...varintBytes(BigInt(value.length))] : tag), value];
    }),
  );

export const bytesField = (number: number, value: Uint8Array | string): Field => ({
  number,
  wire: BYTES,
  value: typeof value === 'string' ? new TextEncoder().encode(value) : value,
});

export const numberField = (number: number, value: number): Field => ({ number, wire: VARINT, value: BigInt(value) });

export const floatField = (number: number, value: number): Field => ({ number, wire: FIXED32, value: new Uint8Array(Float32Array.of(value).buffer) });

export const textOf = ({ value }: Field): string => (typeof value === 'bigint' ? '' : new TextDecoder().decode(value));
