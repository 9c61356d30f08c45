import { expect, it } from 'vitest';
import { gaugeTone } from './gauge-tone';

it('warns from four fifths on, and tells what is full', () => expect([0, 7, 8, 9, 10, 11].map((value) => gaugeTone(value, 10))).toEqual(['ink', 'ink', 'zhe', 'zhe', 'zhu', 'zhu']));
