/** What a medium is. `machine` is a whole device whose media are not taken out. */
export const mediaKinds = ['hard_disk', 'solid_state', 'removable', 'tape', 'optical', 'machine', 'other'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** The three of NIST SP 800-88, the same in both revisions. */
export const disposalMethods = ['clear', 'purge', 'destroy'] as const;
export type DisposalMethod = (typeof disposalMethods)[number];

export const disposalTechniques = ['overwrite', 'factory_reset', 'sanitize_overwrite', 'block_erase', 'cryptographic_erase', 'degauss', 'shred', 'disintegrate', 'pulverise', 'incinerate', 'melt'] as const;
export type DisposalTechnique = (typeof disposalTechniques)[number];

export const disposalVerifications = ['full_read', 'sampled_read', 'tool_report', 'seen'] as const;
export type DisposalVerification = (typeof disposalVerifications)[number];

const destroying = ['shred', 'disintegrate', 'pulverise', 'incinerate', 'melt'] as const;

/**
 * What does what to which medium, after NIST SP 800-88 Rev. 1, Appendix A; melting stands beside the others in Table 5-1. Rev. 2,
 * which took its place in September 2025, has no such table: it leaves techniques to IEEE 2883 or to a standard that whoever
 * sanitises has approved, and this table is that one. A magnet does nothing to flash, what was written once cannot be written over,
 * what plugs in has no purge that can be relied on, and of a whole device its own reset only clears.
 */
const sanitising: Record<MediaKind, Record<DisposalMethod, readonly DisposalTechnique[]>> = {
  // Tables A-5 (ATA and SCSI hard disk drives) and A-6.
  hard_disk: { clear: ['overwrite'], purge: ['sanitize_overwrite', 'cryptographic_erase', 'degauss'], destroy: destroying },
  // Table A-8: ATA, SCSI and NVM Express solid state drives.
  solid_state: { clear: ['overwrite'], purge: ['block_erase', 'cryptographic_erase'], destroy: destroying },
  // Table A-8: USB removable media and memory cards.
  removable: { clear: ['overwrite'], purge: [], destroy: destroying },
  // Table A-5: reel and cassette format magnetic tapes.
  tape: { clear: ['overwrite'], purge: ['degauss'], destroy: ['shred', 'incinerate'] },
  // Table A-7.
  optical: { clear: [], purge: [], destroy: ['shred', 'disintegrate', 'incinerate'] },
  // Tables: network devices, mobile devices and equipment; overwriting is that of the media in it.
  machine: { clear: ['factory_reset', 'overwrite'], purge: ['cryptographic_erase'], destroy: destroying },
  // Whatever has no table: as Section 2.4 and Table 5-1 name the techniques.
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
