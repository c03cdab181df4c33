// Gives unit tests Obsidian's additions to the DOM, as the app has them.
import { setup } from 'obsidian-test-mocks/setup';

setup();
