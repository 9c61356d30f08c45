import type { PageReading, Recognition } from '@inkproof/contract';
import reading from './sample-reading.json';

export type SampleReading = Pick<Recognition, 'id' | 'created_at' | 'confidence' | 'duration_ms' | 'usage'> & { recipe: Pick<Recognition['recipe'], 'engines' | 'input_sha256'>; page: PageReading };

/**
 * What this product read from the picture beside it, unaltered, mistakes included.
 * JSON widens what the contract narrows, hence the cast; the spec holds the file to the contract.
 */
export const sampleReading = reading as unknown as SampleReading;

/** The engines that read it, in one line. */
export const engineOf = ({ engines }: SampleReading['recipe']): string => engines.map(({ version }) => version).join(', ');

export const SAMPLE_PICTURE = '/landing/sample.webp';
