import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { readModels } from '../models.js';
import { keepBlocked } from './blocked.js';
import { foldAffine } from './fold.js';
import { floatAttribute, intsAttribute, type Graph, type Node, type Tensor as Fixed } from './graph.js';
import { fuseHardSwish } from './hard-swish.js';
import { rewritten } from './rewrite.js';
import { bytesField, messageOf } from './wire.js';

const node = (op: string, inputs: string[], output: string, attributes: Node['attributes'] = []): Node => ({ op, inputs, outputs: [output], attributes });
const scalar = (value: number): Fixed => ({ dims: [], values: Float32Array.of(value) });
const conv = (input: string, output: string, pad = 0): Node => node('Conv', [input, 'w', 'b'], output, [intsAttribute('pads', [pad, pad, pad, pad])]);

/** Two channels become two, by weights that differ. */
const graphOf = (...nodes: Node[]): Graph => ({
  nodes,
  tensors: new Map([['w', { dims: [2, 2, 1, 1], values: Float32Array.of(1, 2, 3, 4) }], ['b', { dims: [2], values: Float32Array.of(10, 20) }], ['two', scalar(2)], ['three', scalar(3)], ['six', scalar(6)]]),
  outputs: ['y'],
});

const weightsIn = ({ nodes: [first], tensors }: Graph): number[][] => (first?.inputs.slice(1) ?? []).map((name) => [...(tensors.get(name)?.values ?? [])]);
const stepsOf = ({ nodes }: Graph): string[] => nodes.map(({ op }) => op);

describe('a fixed product and a fixed sum beside a convolution', () => {
  it('go into its weights when they follow it', () => {
    const graph = foldAffine(graphOf(conv('x', 'a'), node('Mul', ['two', 'a'], 'm'), node('Add', ['m', 'three'], 'y')));
    expect([stepsOf(graph), weightsIn(graph)]).toEqual([['Conv'], [[2, 4, 6, 8], [23, 43]]]);
    expect(graph.nodes[0]?.outputs).toEqual(['y']);
  });

  it('go into its weights when they come before it', () => {
    const graph = foldAffine(graphOf(node('Mul', ['x', 'two'], 'm'), node('Add', ['m', 'three'], 's'), conv('s', 'y')));
    expect([stepsOf(graph), weightsIn(graph)]).toEqual([['Conv'], [[2, 4, 6, 8], [19, 41]]]);
  });

  it('stay where an edge of zeros takes no sum', () => {
    expect(stepsOf(foldAffine(graphOf(node('Add', ['x', 'three'], 's'), conv('s', 'y', 1))))).toEqual(['Add', 'Conv']);
  });

  it('stay where someone else needs what lies between', () => {
    expect(stepsOf(foldAffine(graphOf(conv('x', 'a'), node('Mul', ['two', 'a'], 'm'), node('Add', ['m', 'a'], 'y'))))).toEqual(['Conv', 'Mul', 'Add']);
  });
});

describe('x times clip(x + 3) over 6', () => {
  const limits = [floatAttribute('min', 0), floatAttribute('max', 6)];
  const swish = (shift: string): Node[] => [
    node('Add', ['x', shift], 's'), node('Clip', ['s'], 'c', limits), node('Mul', ['x', 'c'], 'm'), node('Div', ['m', 'six'], 'y'),
  ];

  it('is a hard sigmoid and a product', () => {
    const { nodes } = fuseHardSwish(graphOf(...swish('three')));
    expect(nodes.map(({ op, inputs, outputs }) => [op, inputs, outputs])).toEqual([['HardSigmoid', ['x'], ['y.gate']], ['Mul', ['x', 'y.gate'], ['y']]]);
  });

  it('is something else with another shift', () => {
    expect(stepsOf(fuseHardSwish(graphOf(...swish('two'))))).toEqual(['Add', 'Clip', 'Mul', 'Div']);
  });
});

describe('a product and a sum that cannot be folded', () => {
  it('are a convolution of one weight a channel where channels come in blocks', () => {
    const graph = graphOf(conv('x', 'a'), node('Mul', ['a', 'a'], 'q'), node('Mul', ['two', 'q'], 'm'), node('Add', ['m', 'three'], 'y'));
    expect(stepsOf(keepBlocked(graph))).toEqual(['Conv', 'Mul', 'Mul', 'Add']);
    graph.tensors.set('w', { dims: [16, 1, 1, 1], values: new Float32Array(16) });
    const { nodes, tensors } = keepBlocked(graph);
    expect([nodes.map(({ op }) => op), tensors.get('y.factors')?.values[15], tensors.get('y.shifts')?.values[15]]).toEqual([['Conv', 'Mul', 'Conv'], 2, 3]);
  });
});

describe('a whole model', () => {
  const { recogniser, detector } = readModels();

  it('stays as it is when it is no model that we know', () => {
    const text = new TextEncoder().encode('not a model');
    expect(rewritten(text)).toBe(text);
  });

  it("stays as it is when it has another maker's operators, which may mean something else", () => {
    const step = messageOf([bytesField(4, 'Mul'), bytesField(7, 'com.example')]);
    const model = messageOf([bytesField(7, messageOf([bytesField(1, step)]))]);
    expect(rewritten(model)).toBe(model);
  });

  it('comes out the same every time', () => {
    const model = rewritten(recogniser.bytes);
    expect(Buffer.compare(model, rewritten(recogniser.bytes))).toBe(0);
    expect(Buffer.compare(model, recogniser.bytes)).not.toBe(0);
  });

  it.each([['recogniser', recogniser, [1, 3, 48, 96]], ['detector', detector, [1, 3, 64, 96]]] as const)('answers the same as a %s', async (_, file, shape) => {
    const input = Float32Array.from({ length: shape[1] * shape[2] * shape[3] }, (__, index) => Math.sin(index * index));
    const answer = async (model: Uint8Array): Promise<{ shape: readonly number[]; values: Float32Array }> => {
      const session = await InferenceSession.create(model, { logSeverityLevel: 3 });
      const { [session.outputNames[0] ?? '']: output } = await session.run({ [session.inputNames[0] ?? '']: new Tensor('float32', input, shape) });
      await session.release();
      return { shape: output?.dims ?? [], values: output?.data as Float32Array };
    };
    const [expected, found] = [await answer(file.bytes), await answer(rewritten(file.bytes))];
    expect(found.shape).toEqual(expected.shape);
    expect(Math.max(...found.values.map((value, index) => Math.abs(value - (expected.values[index] ?? 0))))).toBeLessThan(1e-4);
  });
});
