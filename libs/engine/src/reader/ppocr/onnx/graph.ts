import { bytesField, fieldsOf, floatField, messageOf, numberField, textOf, varintsOf, type Field } from './wire.js';

/** Numbers of the fields in ONNX's messages. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5, output: 12 } as const;
const NODE = { input: 1, output: 2, op: 4, attribute: 5, domain: 7 } as const;
const ATTRIBUTE = { name: 1, float: 2, int: 3, tensor: 5, graph: 6, ints: 8, type: 20 } as const;
const VALUE = { name: 1 } as const;
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 } as const;
const [FLOAT_ATTRIBUTE, INT_ATTRIBUTE, TENSOR_ATTRIBUTE, INTS_ATTRIBUTE] = [1, 2, 4, 7];
const FLOATS = 1;

/** Fixed numbers of a graph. */
export interface Tensor {
  dims: readonly number[];
  values: Float32Array;
}

export interface Node {
  op: string;
  inputs: string[];
  outputs: string[];
  attributes: Field[];
}

/** The part of a model that is computed: its steps in order, and the fixed numbers they use, by name. */
export interface Graph {
  nodes: Node[];
  tensors: Map<string, Tensor>;
  /** Names that must stay. */
  outputs: readonly string[];
}

const all = (fields: readonly Field[], number: number): Field[] => fields.filter((field) => field.number === number);
const inside = (field: Field | undefined): Field[] => (field && typeof field.value !== 'bigint' ? fieldsOf(field.value) : []);
const numbers = (fields: readonly Field[]): number[] =>
  fields.flatMap(({ value }) => (typeof value === 'bigint' ? [value] : varintsOf(value))).map((value) => Number(BigInt.asIntN(64, value)));
const floatOf = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);

const attributeNamed = ({ attributes }: Node, name: string): Field[] | null =>
  attributes.map(inside).find((fields) => fields.some((field) => field.number === ATTRIBUTE.name && textOf(field) === name)) ?? null;

export const hasAttribute = (node: Node, name: string): boolean => attributeNamed(node, name) !== null;

/** Whole numbers of an attribute, or null when the node has none of that name. */
export const intsOf = (node: Node, name: string): number[] | null => {
  const fields = attributeNamed(node, name);
  return fields && numbers(all(fields, ATTRIBUTE.ints));
};

export const numberOf = (node: Node, name: string): number | null => {
  const value = all(attributeNamed(node, name) ?? [], ATTRIBUTE.float)[0]?.value;
  return value instanceof Uint8Array ? floatOf(value) : null;
};

const attribute = (name: string, type: number, values: readonly Field[]): Field =>
  bytesField(NODE.attribute, messageOf([bytesField(ATTRIBUTE.name, name), ...values, numberField(ATTRIBUTE.type, type)]));
export const floatAttribute = (name: string, value: number): Field => attribute(name, FLOAT_ATTRIBUTE, [floatField(ATTRIBUTE.float, value)]);
export const intAttribute = (name: string, value: number): Field => attribute(name, INT_ATTRIBUTE, [numberField(ATTRIBUTE.int, value)]);
export const intsAttribute = (name: string, values: readonly number[]): Field =>
  attribute(name, INTS_ATTRIBUTE, values.map((value) => numberField(ATTRIBUTE.ints, value)));

/** Floats that are written plainly; anything else is left to the runtime. */
const tensorOf = (fields: readonly Field[]): Tensor | null => {
  const raw = all(fields, TENSOR.raw)[0]?.value;
  if (numbers(all(fields, TENSOR.type))[0] !== FLOATS || !(raw instanceof Uint8Array)) return null;
  return { dims: numbers(all(fields, TENSOR.dims)), values: new Float32Array(Uint8Array.from(raw).buffer) };
};

const constant = (name: string, { dims, values }: Tensor): Node => {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const tensor = messageOf([...dims.map((size) => numberField(TENSOR.dims, size)), numberField(TENSOR.type, FLOATS), bytesField(TENSOR.raw, raw)]);
  return { op: 'Constant', inputs: [], outputs: [name], attributes: [attribute('value', TENSOR_ATTRIBUTE, [bytesField(ATTRIBUTE.tensor, tensor)])] };
};

const nodeOf = (field: Field): Node => {
  const fields = inside(field);
  const names = (number: number): string[] => all(fields, number).map(textOf);
  return { op: names(NODE.op)[0] ?? '', inputs: names(NODE.input), outputs: names(NODE.output), attributes: all(fields, NODE.attribute) };
};

const nodeField = ({ op, inputs, outputs, attributes }: Node): Field =>
  bytesField(GRAPH.node, messageOf([
    ...inputs.map((name) => bytesField(NODE.input, name)),
    ...outputs.map((name) => bytesField(NODE.output, name)),
    bytesField(NODE.op, op),
    ...attributes,
  ]));

/** Names in a graph within the graph would be missed, and operators of another maker may mean something else by the same name. */
const isPlain = (node: Field): boolean => {
  const fields = inside(node);
  const isOwn = all(fields, NODE.domain).every((domain) => textOf(domain) === '');
  return isOwn && all(fields, NODE.attribute).every((each) => all(inside(each), ATTRIBUTE.graph).length === 0);
};

/** Fixed numbers stand in steps of their own or in a list beside the steps. */
const tensorsIn = (nodes: readonly Node[], parts: readonly Field[]): Map<string, Tensor> => {
  const constants = nodes.filter(({ op }) => op === 'Constant').map((node) => {
    const fields = all(attributeNamed(node, 'value') ?? [], ATTRIBUTE.tensor).flatMap(inside);
    return [node.outputs[0] ?? '', tensorOf(fields)] as const;
  });
  const listed = all(parts, GRAPH.initializer).map(inside).map((fields) => [all(fields, TENSOR.name).map(textOf)[0] ?? '', tensorOf(fields)] as const);
  return new Map([...constants, ...listed].flatMap(([name, tensor]) => (tensor ? [[name, tensor] as const] : [])));
};

/** A model with its graph changed. What the graph does not say stays as it is written; fixed numbers that nothing uses any more go. */
export const withGraph = (model: Uint8Array, change: (graph: Graph) => Graph): Uint8Array => {
  const fields = fieldsOf(model);
  const parts = all(fields, MODEL.graph).flatMap(inside);
  const steps = all(parts, GRAPH.node);
  if (!steps.every(isPlain)) return model;
  const nodes = steps.map(nodeOf);
  const outputs = all(parts, GRAPH.output).flatMap(inside).filter(({ number }) => number === VALUE.name).map(textOf);
  const before = { nodes, tensors: tensorsIn(nodes, parts), outputs };
  const after = change(before);
  const used = new Set([...outputs, ...after.nodes.flatMap(({ inputs }) => inputs)]);
  const added = [...after.tensors].filter(([name]) => used.has(name) && !before.tensors.has(name)).map(([name, tensor]) => constant(name, tensor));
  const kept = after.nodes.filter(({ op, outputs: [name = ''] }) => op !== 'Constant' || used.has(name));
  const graph = messageOf([...[...added, ...kept].map(nodeField), ...parts.filter(({ number }) => number !== GRAPH.node)]);
  return messageOf(fields.map((field) => (field.number === MODEL.graph ? bytesField(MODEL.graph, graph) : field)));
};
