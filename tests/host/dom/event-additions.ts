// What the app adds to UI events: the node, document and window they happened in.

export const eventGetters = {
  targetNode: (event: UIEvent): Node | null => (event.target as Node | null) ?? null,
  doc: (event: UIEvent): Document => event.targetNode?.doc ?? document,
  win: (event: UIEvent): Window => event.targetNode?.win ?? event.view ?? window,
};
