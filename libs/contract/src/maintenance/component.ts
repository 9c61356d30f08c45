/** The parts of the service that can be away while the others are there, in the order in which they are shown. */
export const components = ['recognition', 'jobs', 'consent', 'account', 'webhooks', 'console', 'mail'] as const;
export type ComponentName = (typeof components)[number];

/** From the lightest. */
export const maintenanceImpacts = ['none', 'degraded', 'unavailable'] as const;
export type MaintenanceImpact = (typeof maintenanceImpacts)[number];

export const maintenanceKinds = ['planned', 'emergency'] as const;
export type MaintenanceKind = (typeof maintenanceKinds)[number];

export const maintenanceStates = ['draft', 'scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'] as const;
export type MaintenanceState = (typeof maintenanceStates)[number];

export const maintenanceEventKinds = ['drafted', 'edited', 'submitted', 'published', 'confirmed', 'changed', 'day_before', 'hour_before', 'started', 'verifying', 'overrun', 'completed', 'cancelled'] as const;
export type MaintenanceEventKind = (typeof maintenanceEventKinds)[number];

/** Between the telling and the start of planned work; later than that only with a reason. */
export const LEAD_HOURS = 72;
/** After which an emergency is told at the latest. */
export const TOLD_WITHIN_MINUTES = 5;
