import { floatAttribute, numberOf, type Graph, type Node } from './graph.js';
import { scalarOf, usesOf, withScalar } from './uses.js';

const isNear = (value: number | null | undefined, wanted: number): boolean => value !== null && value !== undefined && Math.abs(value - wanted) < 1e-5;

/**
 * Says `x * clip(x + 3, 0, 6) / 6`, four walks over all numbers, as a hard sigmoid and one product. The version of operators a model was
 * written for stays, so this needs none that is newer.
 */
export const fuseHardSwish = (graph: Graph): Graph => {
  const { makerOf, onlyTakerOf } = usesOf(graph);
  const gone = new Set<Node>();
  const instead = new Map<Node, Node[]>();
  for (const quotient of graph.nodes.filter(({ op }) => op === 'Div')) {
    const product = makerOf(quotient.inputs[0]);
    if (product?.op !== 'Mul' || !isNear(scalarOf(graph, quotient.inputs[1]), 6) || onlyTakerOf(product.outputs[0]) !== quotient) continue;
    const clip = product.inputs.map(makerOf).find((node) => node?.op === 'Clip');
    const sum = makerOf(clip?.inputs[0]);
    if (!clip || sum?.op !== 'Add' || onlyTakerOf(clip.outputs[0]) !== product || onlyTakerOf(sum.outputs[0]) !== clip) continue;
    const [low, high] = [numberOf(clip, 'min') ?? scalarOf(graph, clip.inputs[1]), numberOf(clip, 'max') ?? scalarOf(graph, clip.inputs[2])];
    const shifted = withScalar(graph, sum);
    const array = product.inputs.find((name) => name !== clip.outputs[0]);
    if (!isNear(low, 0) || !isNear(high, 6) || !isNear(shifted?.scalar, 3) || array === undefined || shifted?.array !== array) continue;
    for (const node of [product, clip, sum]) gone.add(node);
    const gate = `${quotient.outputs[0] ?? ''}.gate`;
    instead.set(quotient, [
      { op: 'HardSigmoid', inputs: [array], outputs: [gate], attributes: [floatAttribute('alpha', 1 / 6), floatAttribute('beta', 0.5)] },
      { op: 'Mul', inputs: [array, gate], outputs: quotient.outputs, attributes: [] },
    ]);
  }
  return { ...graph, nodes: graph.nodes.filter((node) => !gone.has(node)).flatMap((node) => instead.get(node) ?? [node]) };
};
