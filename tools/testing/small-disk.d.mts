export interface SmallDisk {
  folder: string;
  /** Writes until so many bytes are left, none when not said. */
  fill: (leaveBytes?: number) => void;
  clear: () => void;
  remove: () => void;
}
export const smallDisk: (bytes: number) => SmallDisk;
