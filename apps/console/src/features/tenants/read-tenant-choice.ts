import { idOf } from '@inkproof/contract';

/** The tenant that was chosen in the field for it; undefined when none was. */
export const readTenantChoice = (fields: FormData): `ten_${string}` | undefined => idOf('ten').safeParse(fields.get('tenant')).data;
