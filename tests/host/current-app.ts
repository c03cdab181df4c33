// The app that runs in this page, for the few parts of the API that are not handed one (menus, notices).
import type { App } from './app';

export function currentApp(): App {
  return window.app as unknown as App;
}
