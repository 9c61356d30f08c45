import type { FactoryProvider, Type } from '@nestjs/common';

/** A class, abstract or with a constructor of its own keeping: at once a type and the token to ask Nest for it by. */
type Token<T = unknown> = { prototype: T };

type Given<Needs extends readonly Token[]> = { [Index in keyof Needs]: Needs[Index] extends Token<infer T> ? T : never };

/**
 * Builds a plain class for Nest from the things its constructor asks for, in order.
 * The class itself stays free of decorators, and a wrong or missing dependency fails to compile instead of failing at start.
 */
export const wire = <T, const Needs extends readonly Token[]>(type: new (...given: Given<Needs>) => T, ...needs: Needs): FactoryProvider<T> => ({
  provide: type,
  useFactory: (...given: unknown[]) => new type(...(given as Given<Needs>)),
  inject: needs.map((need) => need as Type),
});
