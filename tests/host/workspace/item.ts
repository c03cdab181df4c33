// What the workspace is made of: items in parents, up to a container that has a window.
import type * as Obsidian from 'obsidian';
import { Events } from '../events';
import type { WorkspaceContainer } from './split';
import type { Workspace } from './workspace';

export abstract class WorkspaceItem extends Events implements Obsidian.WorkspaceItem {
  abstract parent: WorkspaceParent;
  abstract readonly containerEl: HTMLElement;
  id = newId();

  constructor(readonly workspace: Workspace) {
    super();
  }

  /** The parent, as it is: the API calls it always there, and at the top it is not. */
  get up(): WorkspaceParent | undefined {
    return this.parent;
  }

  getRoot(): WorkspaceItem {
    return this.up?.up === undefined ? (this.up ?? this) : this.up.getRoot();
  }

  getContainer(): WorkspaceContainer {
    if (this.isContainer()) return this;
    return this.up?.getContainer() ?? this.workspace.rootSplit;
  }

  isContainer(): this is WorkspaceContainer {
    return false;
  }

  isInside(parent: WorkspaceItem): boolean {
    return this === parent || this.up?.isInside(parent) === true;
  }
}

export abstract class WorkspaceParent extends WorkspaceItem implements Obsidian.WorkspaceParent {
  abstract readonly children: readonly WorkspaceItem[];

  /** Takes a child out; what is empty then goes as well. */
  abstract removeChild(child: WorkspaceItem): void;
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
