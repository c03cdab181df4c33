// The node types of a note's syntax tree. As in the app a node is named for the classes of its text, sorted and joined by
// `_`, and holds them in a property that only the app's `@codemirror/language` has.
import { NodeProp, NodeSet, NodeType } from '@lezer/common';

/** The classes of a stretch of text, without the `cm-` that they get on the screen. */
export const tokenClassNodeProp = new NodeProp<string>();
/** The classes of a whole line. */
export const lineClassNodeProp = new NodeProp<string>();

const types: NodeType[] = [NodeType.none];
const ids = new Map<string, number>();

/** Grows with every combination of classes that turns up: the set keeps the array, and not a copy of it. */
export const nodeSet = new NodeSet(types);

export function tokenType(classes: readonly string[]): number {
  return idOf('token', classes);
}

export function lineType(classes: readonly string[]): number {
  return idOf('line', classes);
}

function idOf(kind: 'token' | 'line', classes: readonly string[]): number {
  const given = `${kind} ${classes.join(' ')}`;
  const known = ids.get(given);
  if (known !== undefined) return known;
  const sorted = [...new Set(classes)].sort();
  const key = `${kind} ${sorted.join(' ')}`;
  const id = ids.get(key) ?? define(kind, sorted);
  ids.set(key, id);
  ids.set(given, id);
  return id;
}

function define(kind: 'token' | 'line', sorted: readonly string[]): number {
  const prop = kind === 'token' ? tokenClassNodeProp : lineClassNodeProp;
  const type = NodeType.define({
    id: types.length,
    name: sorted.join('_'),
    props: [[prop, sorted.join(' ')]],
  });
  types.push(type);
  return type.id;
}
