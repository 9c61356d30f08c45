export const readZip: (bytes: Buffer) => Map<string, Buffer>;
