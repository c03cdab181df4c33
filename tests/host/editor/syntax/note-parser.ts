// The parser behind the editor's syntax tree. It reads whole lines into chunks; after an edit the chunks before it are
// kept, and those behind it as soon as a line begins as it did before.
import {
  type Input,
  NodeProp,
  type PartialParse,
  Parser,
  Tree,
  type NodeType,
  type TreeFragment,
} from '@lezer/common';
import { type BlockState, sameState, START } from './block-state';
import type { BlockPart } from './line';
import { readLine } from './line-reader';
import { lineType, nodeSet, tokenType } from './token-types';
import type { Token } from './tokens';

const CHUNK = 2048;

/** A line that is part of a block; positions count from the start of its chunk. */
export interface BlockLine extends BlockPart {
  readonly from: number;
  readonly to: number;
}

interface ChunkInfo {
  readonly before: BlockState;
  readonly after: BlockState;
  readonly blockLines: readonly BlockLine[];
}

const chunkProp = new NodeProp<ChunkInfo>({ perNode: true });

/** The lines of blocks in a tree of this parser, in order, at their places in the document. */
export function blockLinesOf(tree: Tree): BlockLine[] {
  return tree.children.flatMap((chunk, index) => {
    const start = tree.positions[index] ?? 0;
    const lines = chunk instanceof Tree ? (chunk.prop(chunkProp)?.blockLines ?? []) : [];
    return lines.map((line) => ({ ...line, from: line.from + start, to: line.to + start }));
  });
}

export class NoteParser extends Parser {
  constructor(private readonly topType: () => NodeType) {
    super();
  }

  createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { from: number; to: number }[],
  ): PartialParse {
    return new NoteParse({
      input,
      fragments,
      to: ranges.at(-1)?.to ?? input.length,
      topType: this.topType(),
    });
  }
}

interface Task {
  readonly input: Input;
  readonly fragments: readonly TreeFragment[];
  readonly to: number;
  readonly topType: NodeType;
}

class NoteParse implements PartialParse {
  parsedPos = 0;
  stoppedAt: number | null = null;
  #state = START;
  #line: string | undefined;
  readonly #chunks: Tree[] = [];
  readonly #positions: number[] = [];

  constructor(private readonly task: Task) {
    this.#reuse();
  }

  advance(): Tree | null {
    const end = Math.min(this.task.to, this.stoppedAt ?? this.task.to);
    if (this.parsedPos < end) {
      this.#readChunk(end);
      this.#reuse();
    }
    if (this.parsedPos < end) return null;
    return new Tree(this.task.topType, this.#chunks, this.#positions, Math.min(this.parsedPos, this.task.to));
  }

  stopAt(pos: number): void {
    this.stoppedAt = pos;
  }

  #readChunk(end: number): void {
    const start = this.parsedPos;
    const before = this.#state;
    const buffer: number[] = [];
    const blockLines: BlockLine[] = [];
    do {
      const line = this.#line ?? this.#lineAt(this.parsedPos);
      const from = this.parsedPos - start;
      const below = this.parsedPos + line.length + 1;
      const next = below <= this.task.input.length ? this.#lineAt(below) : undefined;
      const { tokens, lineClasses, state, block } = readLine(line, this.#state, () => next ?? '');
      const size = addTokens(buffer, tokens, from);
      if (lineClasses.length > 0) buffer.push(lineType(lineClasses), from, from + line.length, size + 4);
      if (block !== undefined) blockLines.push({ ...block, from, to: from + line.length });
      this.#state = state;
      this.#line = next;
      this.parsedPos = Math.min(below, this.task.to);
    } while (
      this.parsedPos < end &&
      this.parsedPos - start < CHUNK &&
      this.#oldChunkAt(this.parsedPos) === undefined
    );
    const info: ChunkInfo = { before, after: this.#state, blockLines };
    this.#add(start, buildChunk(buffer, this.parsedPos - start, info));
  }

  /** Takes over what the tree before the edit has for this place, as far as it goes. */
  #reuse(): void {
    for (
      let old = this.#oldChunkAt(this.parsedPos);
      old !== undefined;
      old = this.#oldChunkAt(this.parsedPos)
    ) {
      this.#add(this.parsedPos, old);
      this.parsedPos += old.length;
      this.#state = old.prop(chunkProp)?.after ?? START;
      this.#line = undefined;
    }
  }

  #oldChunkAt(pos: number): Tree | undefined {
    const fragment = this.task.fragments.find(({ from, to }) => from <= pos && pos < to);
    if (fragment === undefined || (fragment.openStart && fragment.from === pos)) return undefined;
    const { tree, offset } = fragment;
    const index = tree.positions.indexOf(pos + offset);
    const chunk = tree.children[index];
    const info = chunk instanceof Tree ? chunk.prop(chunkProp) : undefined;
    if (!(chunk instanceof Tree) || info === undefined || !sameState(info.before, this.#state))
      return undefined;
    // The last line of a chunk was read with a look at the line below, which must be the same still.
    const following = tree.children[index + 1];
    const safe = following === undefined ? pos + chunk.length : pos + chunk.length + following.length;
    return safe <= fragment.to && !(following === undefined && fragment.openEnd) ? chunk : undefined;
  }

  #add(start: number, chunk: Tree): void {
    this.#chunks.push(chunk);
    this.#positions.push(start);
  }

  #lineAt(pos: number): string {
    const text = this.task.input.chunk(pos);
    if (text === '\n') return '';
    const newline = this.task.input.lineChunks ? -1 : text.indexOf('\n');
    return newline < 0 ? text : text.slice(0, newline);
  }
}

/** Adds the tokens of a line, those of one kind in a row as one; says how much they take. */
function addTokens(buffer: number[], tokens: readonly Token[], lineFrom: number): number {
  const start = buffer.length;
  for (const token of tokens) {
    const type = tokenType(token.classes);
    const from = lineFrom + token.from;
    const last = buffer.length - 4;
    if (last >= start && buffer[last] === type && buffer[last + 2] === from)
      buffer[last + 2] = lineFrom + token.to;
    else buffer.push(type, from, lineFrom + token.to, 4);
  }
  return buffer.length - start;
}

function buildChunk(buffer: number[], length: number, info: ChunkInfo): Tree {
  const { type, children, positions } = Tree.build({
    buffer,
    nodeSet,
    topID: 0,
    length,
    maxBufferLength: CHUNK,
  });
  return new Tree(type, children, positions, length, [[chunkProp, info]]);
}
