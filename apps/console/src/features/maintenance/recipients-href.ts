import type { MaintenanceRecipients } from '@inkproof/contract';

/** The page of those who are told a message of a window. */
export const recipientsHref = (id: string, message: MaintenanceRecipients['message'], search: string | undefined): string => `/admin/maintenance/${id}/recipients?${new URLSearchParams({ message, ...(search && { search }) })}`;
