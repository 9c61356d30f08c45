import type { TenantRequest } from '@inkproof/contract';
import { LEAST_QUOTA, MOST_QUOTA } from './quota-bounds';
import { readWholeNumber } from './whole-number';

/** The fields of the form, from top to bottom. */
const fields = ['name', 'quota', 'ownerName', 'ownerEmail'] as const;
export type TenantField = (typeof fields)[number];

/** What the form asks for, and the fields that are wrong, the first one first. */
export const readTenant = (form: FormData): { asked: TenantRequest; wrong: TenantField[] } => {
  const typed = (field: TenantField) => String(form.get(field) ?? '').trim();
  const quota = readWholeNumber(typed('quota'), LEAST_QUOTA, MOST_QUOTA);
  const isRight: Record<TenantField, boolean> = { name: typed('name') !== '', quota: quota !== null, ownerName: typed('ownerName') !== '', ownerEmail: /^\S+@\S+\.\S+$/.test(typed('ownerEmail')) };
  return {
    asked: { name: typed('name'), requests_per_second: quota ?? LEAST_QUOTA, owner: { name: typed('ownerName'), email: typed('ownerEmail') } },
    wrong: fields.filter((field) => !isRight[field]),
  };
};
