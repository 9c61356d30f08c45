/** Whose call it is: calls of a tenant's are seen by the tenant, those of the provider's people by that person. */
export interface Asker {
  tenantId?: string;
  /** The API key or the person. */
  callerId: string;
}

/** One call that may be a repetition. */
export interface Asking {
  asker: Asker;
  /** Method and path. */
  route: string;
  key: string;
  /** Everything else that was asked: two calls with the same one ask for the same. */
  asked: readonly (string | Uint8Array)[];
}

/** A call and its place in the table. */
export class PlacedCall {
  readonly subject: string;
  readonly caller: string;
  readonly route: string;
  readonly isOfTenant: boolean;
  /** Binds the sealed answer to its row. */
  readonly name: string;

  constructor(
    { asker, route }: Asking,
    readonly keyHash: string,
    readonly fingerprint: string,
    readonly turn: string,
  ) {
    this.subject = asker.tenantId ?? asker.callerId;
    this.isOfTenant = asker.tenantId !== undefined;
    this.caller = asker.callerId;
    this.route = route;
    this.name = [this.subject, this.caller, route, keyHash].join(' ');
  }

  /** The columns that tell it from every other, in the order of the statements. */
  get place(): string[] {
    return [this.subject, this.caller, this.route, this.keyHash];
  }
}
