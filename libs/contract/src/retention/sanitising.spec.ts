import { describe, expect, it } from 'vitest';
import { canSanitise, disposalMethods, disposalTechniques, isVerifiedBy, mediaKinds, methodsFor, techniquesFor, verificationsFor } from './sanitising.js';

describe('what does what to which medium', () => {
  it.each([
    ['solid_state', 'purge', 'degauss'],
    ['removable', 'purge', 'degauss'],
    ['optical', 'clear', 'overwrite'],
    ['hard_disk', 'clear', 'degauss'],
    ['hard_disk', 'purge', 'block_erase'],
    ['machine', 'purge', 'factory_reset'],
    ['tape', 'destroy', 'overwrite'],
    ['tape', 'purge', 'cryptographic_erase'],
    ['tape', 'destroy', 'pulverise'],
    ['removable', 'purge', 'block_erase'],
    ['optical', 'destroy', 'pulverise'],
  ] as const)('a %s is not brought to %s by %s', (kind, method, technique) => {
    expect(canSanitise(kind, method, technique)).toBe(false);
  });

  it('anything can be destroyed, and what was written once only that', () => {
    for (const kind of mediaKinds) expect(techniquesFor(kind, 'destroy')).toContain('shred');
    expect(methodsFor('optical')).toEqual(['destroy']);
    expect(methodsFor('removable')).toEqual(['clear', 'destroy']);
    expect(methodsFor('tape')).toEqual(disposalMethods);
  });

  it('no technique is listed that does nothing to anything', () => {
    const used = new Set(mediaKinds.flatMap((kind) => disposalMethods.flatMap((method) => techniquesFor(kind, method))));
    expect([...used].sort()).toEqual([...disposalTechniques].sort());
  });
});

describe('how it is looked whether anything was left', () => {
  it('pieces are seen, and nobody reads what a magnet has passed', () => {
    expect(verificationsFor('destroy', 'shred')).toEqual(['seen']);
    expect(isVerifiedBy('purge', 'degauss', 'full_read')).toBe(false);
    expect(isVerifiedBy('clear', 'overwrite', 'seen')).toBe(false);
    expect(isVerifiedBy('clear', 'overwrite', 'full_read')).toBe(true);
  });
});
