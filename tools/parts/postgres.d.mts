export interface RunningPostgres {
  url: string;
  port: number;
  folder: string;
  pid: number;
  stop: () => Promise<void>;
}
export const startPostgres: (wanted: { folder: string; port?: number; password: string; settings?: Record<string, string | number>; revived?: boolean; say?: (message: string) => void }) => Promise<RunningPostgres>;
