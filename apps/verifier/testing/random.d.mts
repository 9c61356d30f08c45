export interface Random {
  next: () => number;
  below: (most: number) => number;
  of: <Item>(items: readonly Item[]) => Item;
  between: (least: number, most: number) => number;
  hex: (bytes: number) => string;
}
export const randomOf: (seed: number) => Random;
