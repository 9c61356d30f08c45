import type { Graph, Node } from './graph.js';

/** Who makes and who takes each array of a graph. */
export interface Uses {
  makerOf: (name: string | undefined) => Node | undefined;
  /** The one node that takes it; undefined when several do, or it leaves the graph. */
  onlyTakerOf: (name: string | undefined) => Node | undefined;
}

export const usesOf = ({ nodes, outputs }: Graph): Uses => {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  const takers = new Map<string, Set<Node>>();
  for (const node of nodes) for (const name of node.inputs) takers.set(name, (takers.get(name) ?? new Set()).add(node));
  return {
    makerOf: (name) => makers.get(name ?? ''),
    onlyTakerOf: (name) => {
      const all = [...(takers.get(name ?? '') ?? [])];
      return all.length === 1 && !outputs.includes(name ?? '') ? all[0] : undefined;
    },
  };
};

/** A single fixed number that lends no dimension to what it meets, or null. */
export const scalarOf = ({ tensors }: Graph, name: string | undefined): number | null => {
  const tensor = tensors.get(name ?? '');
  return tensor?.values.length === 1 && tensor.dims.length <= 1 ? (tensor.values[0] ?? null) : null;
};

/** Of a node with one array and one fixed number as inputs, in either order: which is which. */
export const withScalar = (graph: Graph, { inputs: [first = '', second = ''] }: Node): { array: string; scalar: number } | null => {
  const [before, after] = [scalarOf(graph, first), scalarOf(graph, second)];
  if (after !== null) return { array: first, scalar: after };
  return before === null ? null : { array: second, scalar: before };
};
