// Gives unit tests Obsidian's additions to the DOM, as the app has them; a test that runs in Node has no DOM.
if (typeof document !== 'undefined') {
  const { setup } = await import('obsidian-test-mocks/setup');
  setup();
}

export {};
