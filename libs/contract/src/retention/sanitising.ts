/** What a medium is. `machine` is a whole device whose media are not taken out. */
export const mediaKinds = ['hard_disk', 'solid_state', 'removable', 'tape', 'optical', 'machine', 'other'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** The three of NIST SP 800-88. */
export const disposalMethods = ['clear', 'purge', 'destroy'] as const;
export type DisposalMethod = (typeof disposalMethods)[number];

export const disposalTechniques = ['overwrite', 'factory_reset', 'sanitize_overwrite', 'block_erase', 'cryptographic_erase', 'degauss', 'shred', 'disintegrate', 'pulverise', 'incinerate', 'melt'] as const;
export type DisposalTechnique = (typeof disposalTechniques)[number];

export const disposalVerifications = ['full_read', 'sampled_read', 'tool_report', 'seen'] as const;
export type DisposalVerification = (typeof disposalVerifications)[number];

const destroying = ['shred', 'disintegrate', 'pulverise', 'incinerate', 'melt'] as const;

/**
 * What does what to which medium, after NIST SP 800-88. A magnet does nothing to flash, what was written once cannot be
 * written over, and of a whole device its own reset only clears.
 */
const sanitising: Record<MediaKind, Record<DisposalMethod, readonly DisposalTechnique[]>> = {
  hard_disk: { clear: ['overwrite'], purge: ['sanitize_overwrite', 'cryptographic_erase', 'degauss'], destroy: destroying },
  solid_state: { clear: ['overwrite'], purge: ['block_erase', 'cryptographic_erase'], destroy: destroying },
  removable: { clear: ['overwrite'], purge: ['block_erase', 'cryptographic_erase'], destroy: destroying },
  tape: { clear: ['overwrite'], purge: ['cryptographic_erase', 'degauss'], destroy: destroying },
  optical: { clear: [], purge: [], destroy: destroying },
  machine: { clear: ['factory_reset', 'overwrite'], purge: ['cryptographic_erase'], destroy: destroying },
  other: { clear: ['overwrite', 'factory_reset'], purge: ['sanitize_overwrite', 'block_erase', 'cryptographic_erase', 'degauss'], destroy: destroying },
};

/** By which methods a medium of this kind can be treated at all. */
export const methodsFor = (kind: MediaKind): readonly DisposalMethod[] => disposalMethods.filter((method) => sanitising[kind][method].length > 0);
export const techniquesFor = (kind: MediaKind, method: DisposalMethod): readonly DisposalTechnique[] => sanitising[kind][method];
export const canSanitise = (kind: MediaKind, method: DisposalMethod, technique: DisposalTechnique): boolean => techniquesFor(kind, method).includes(technique);

/** What is in pieces is looked at; what was degaussed can be read by nobody, whether or not anything is left; everything else is read or reports on itself. */
export const verificationsFor = (method: DisposalMethod, technique: DisposalTechnique): readonly DisposalVerification[] => {
  if (method === 'destroy') return ['seen'];
  return technique === 'degauss' ? ['tool_report'] : ['full_read', 'sampled_read', 'tool_report'];
};
export const isVerifiedBy = (method: DisposalMethod, technique: DisposalTechnique, by: DisposalVerification): boolean => verificationsFor(method, technique).includes(by);
