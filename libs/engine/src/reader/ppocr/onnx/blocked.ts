import { intAttribute, intsAttribute, type Graph, type Node } from './graph.js';
import { usesOf, withScalar } from './uses.js';

/** How many channels the runtime may keep side by side; a convolution of other numbers of channels gains nothing. */
const BLOCK = 16;

/**
 * Says a product and a sum that could not be folded as a convolution of one weight a channel. From one convolution to the next the runtime
 * keeps arrays in blocks of channels, but lays them out plainly and back again for any other step.
 */
export const keepBlocked = (graph: Graph): Graph => {
  const tensors = new Map(graph.tensors);
  const { makerOf, onlyTakerOf } = usesOf(graph);
  const convChannels = (name: string): number => {
    const maker = makerOf(name);
    return maker?.op === 'Conv' ? (graph.tensors.get(maker.inputs[1] ?? '')?.dims[0] ?? 0) : 0;
  };
  /** Of what one step, such as an activation, makes of a convolution. */
  const channelsOf = (name: string): number => Math.max(convChannels(name), ...(makerOf(name)?.inputs ?? []).map(convChannels));
  const gone = new Set<Node>();
  const nodes = graph.nodes.flatMap((node) => {
    if (gone.has(node)) return [];
    const product = node.op === 'Mul' ? withScalar(graph, node) : null;
    const next = onlyTakerOf(node.outputs[0]);
    const sum = next?.op === 'Add' ? withScalar(graph, next) : null;
    const channels = product && sum && makerOf(product.array)?.op === 'Mul' ? channelsOf(product.array) : 0;
    if (!product || !next || !sum || channels === 0 || channels % BLOCK !== 0) return [node];
    gone.add(next);
    const output = next.outputs[0] ?? '';
    const [weights, bias] = [`${output}.factors`, `${output}.shifts`];
    tensors.set(weights, { dims: [channels, 1, 1, 1], values: new Float32Array(channels).fill(product.scalar) });
    tensors.set(bias, { dims: [channels], values: new Float32Array(channels).fill(sum.scalar) });
    const attributes = [intsAttribute('kernel_shape', [1, 1]), intAttribute('group', channels)];
    return [{ op: 'Conv', inputs: [product.array, weights, bias], outputs: [output], attributes }];
  });
  return { ...graph, nodes, tensors };
};
