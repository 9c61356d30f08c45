import { HeldObjects } from '@inkproof/contract';

/** Ids as people paste them, between commas or on lines; undefined when one of them is none, or there is none at all. */
export const readObjects = (fields: FormData): string[] | undefined => HeldObjects.safeParse(String(fields.get('objects') ?? '').split(/[\s,，、]+/).filter(Boolean)).data;
