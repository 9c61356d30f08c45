/** Everything a page may say in one language. */
export interface Tongue {
  sentences: readonly string[];
  titles: readonly string[];
  shouts: readonly string[];
  goods: readonly string[];
  services: readonly string[];
  labels: readonly string[];
  buttons: readonly string[];
  people: readonly string[];
  places: readonly string[];
  trades: readonly string[];
  receipt: Readonly<Record<'heading' | 'total' | 'tax' | 'cash' | 'change' | 'thanks' | 'cashier' | 'item' | 'quantity' | 'price' | 'amount', string>>;
  invoice: Readonly<Record<'heading' | 'number' | 'issued' | 'due' | 'to' | 'stamp', string>>;
  ticket: Readonly<Record<'heading' | 'from' | 'to' | 'seat' | 'coach' | 'note', string>>;
  form: Readonly<Record<'heading' | 'note' | 'stamp', string>>;
  /** Between two sentences. */
  joins: string;
  money: (units: number, cents: number) => string;
  date: (year: number, month: number, day: number) => string;
}
