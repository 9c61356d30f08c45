/** What a minute without service is put down to, from what costs the provider most. Where two outages of one component overlap, the first of them counts. */
export const outageCauses = ['provider', 'maintenance', 'third_party_network', 'force_majeure', 'suspension', 'tenant'] as const;
export type OutageCause = (typeof outageCauses)[number];

/**
 * Where it came from, and so which cause it is: the origin is what is said, the cause follows from it. An attack on our own
 * platform is the provider's here and cannot be anything else (5.4(3): 不含乙方平台自身被黑客、病毒等攻击的情况).
 */
export const causeOf = {
  fault: 'provider',
  overload: 'provider',
  attack_on_platform: 'provider',
  unannounced_maintenance: 'provider',
  announced_maintenance: 'maintenance',
  attack_elsewhere: 'third_party_network',
  virus_elsewhere: 'third_party_network',
  carrier: 'third_party_network',
  force_majeure: 'force_majeure',
  suspended: 'suspension',
  tenant_fault: 'tenant',
  tenant_configuration: 'tenant',
  tenant_debugging: 'tenant',
} as const satisfies Record<string, OutageCause>;

export type OutageOrigin = keyof typeof causeOf;
export const outageOrigins = Object.keys(causeOf) as [OutageOrigin, ...OutageOrigin[]];

/** The origins that one cause has. */
export type OriginOf<Cause extends OutageCause> = { [Origin in OutageOrigin]: (typeof causeOf)[Origin] extends Cause ? Origin : never }[OutageOrigin];

export const evidenceKinds = ['probe', 'notice', 'ticket', 'window', 'suspension', 'document', 'text'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What proves a cause. Nothing else does. */
export const evidenceFor = {
  provider: ['probe', 'ticket', 'document', 'text'],
  maintenance: ['window'],
  third_party_network: ['document', 'text'],
  force_majeure: ['document'],
  suspension: ['suspension'],
  tenant: ['notice', 'ticket', 'document', 'text'],
} as const satisfies Record<OutageCause, readonly EvidenceKind[]>;

/** Causes that lie with one tenant, and never explain an outage that everybody had. */
export const causesOfOneTenant = ['suspension', 'tenant'] as const satisfies readonly OutageCause[];

/** Every instant of a component is one of these. Without a reading it is `unknown`, and never `up`. */
export const availabilityStandings = ['up', 'unknown', ...outageCauses] as const;
export type AvailabilityStanding = (typeof availabilityStandings)[number];
