import { hasAttribute, intsOf, type Graph, type Node, type Tensor } from './graph.js';
import { usesOf, withScalar, type Uses } from './uses.js';

/** What a fixed product and a fixed sum do to every number. */
interface Affine {
  factor: number;
  shift: number;
}

const affineOf = (graph: Graph, node: Node | undefined): (Affine & { array: string }) | null => {
  if (node?.op !== 'Mul' && node?.op !== 'Add') return null;
  const found = withScalar(graph, node);
  if (!found) return null;
  return { array: found.array, ...(node.op === 'Mul' ? { factor: found.scalar, shift: 0 } : { factor: 1, shift: found.scalar }) };
};

const isPadded = (conv: Node): boolean => hasAttribute(conv, 'auto_pad') || (intsOf(conv, 'pads') ?? []).some((size) => size > 0);

/** The sum of each output channel's weights: what the channel makes of a one everywhere. */
const sums = ({ dims: [channels = 1], values }: Tensor): Float64Array => {
  const length = values.length / channels;
  return Float64Array.from({ length: channels }, (_, channel) => values.subarray(channel * length, (channel + 1) * length).reduce((sum, value) => sum + value, 0));
};

interface Folding extends Affine {
  conv: Node;
  weights: Tensor;
  /** The product or sum that goes, right after the convolution or right before it. */
  step: Node;
  isAfter: boolean;
  input: string;
}

const foldingAt = (graph: Graph, { makerOf, onlyTakerOf }: Uses, conv: Node): Folding | null => {
  const [input = '', weightsName = '', biasName] = conv.inputs;
  const weights = graph.tensors.get(weightsName);
  if (conv.op !== 'Conv' || !weights || (biasName !== undefined && !graph.tensors.has(biasName))) return null;
  const after = onlyTakerOf(conv.outputs[0]);
  const change = affineOf(graph, after);
  if (after && change) return { ...change, conv, weights, step: after, isAfter: true, input };
  const before = makerOf(input);
  const earlier = affineOf(graph, before);
  if (!before || !earlier || onlyTakerOf(input) !== conv || (earlier.shift !== 0 && isPadded(conv))) return null;
  return { ...earlier, conv, weights, step: before, isAfter: false, input: earlier.array };
};

const folded = (graph: Graph, { conv, weights, step, isAfter, input, factor, shift }: Folding): Graph => {
  const own = graph.tensors.get(conv.inputs[2] ?? '')?.values;
  const bias = sums(weights).map((sum, channel) => (isAfter ? (own?.[channel] ?? 0) * factor + shift : (own?.[channel] ?? 0) + shift * sum));
  const output = (isAfter ? step : conv).outputs[0] ?? '';
  const [weightsName, biasName] = [`${output}.weights.${graph.nodes.length}`, `${output}.bias.${graph.nodes.length}`];
  const whole: Node = { ...conv, inputs: [input, weightsName, biasName], outputs: [output] };
  const tensors = new Map(graph.tensors);
  tensors.set(weightsName, { dims: weights.dims, values: weights.values.map((value) => value * factor) });
  tensors.set(biasName, { dims: [bias.length], values: Float32Array.from(bias) });
  return { ...graph, tensors, nodes: graph.nodes.flatMap((node) => (node === step ? [] : [node === conv ? whole : node])) };
};

/** One for every convolution that has any; what lies between two goes into the one that comes first. */
const foldingsIn = (graph: Graph): Folding[] => {
  const uses = usesOf(graph);
  const taken = new Set<Node>();
  return graph.nodes.flatMap((node) => {
    const folding = foldingAt(graph, uses, node);
    if (!folding || taken.has(folding.step)) return [];
    taken.add(folding.step);
    return [folding];
  });
};

/** Takes fixed products and sums right before and right after a convolution into its weights. The zeros around a padded one take no sum. */
export const foldAffine = (graph: Graph): Graph => {
  let here = graph;
  for (let foldings = foldingsIn(here); foldings.length > 0; foldings = foldingsIn(here)) here = foldings.reduce(folded, here);
  return here;
};
