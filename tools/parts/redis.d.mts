export interface Redis {
  url: string;
  port: number;
  pid: number;
  stop: () => Promise<void>;
}
export declare const redisIsThere: () => boolean;
export declare const startRedis: (options?: { port?: number; settings?: string[] }) => Promise<Redis>;
