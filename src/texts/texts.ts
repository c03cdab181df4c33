// The texts of the plugin in the language of the app. A text that is missing in one language does not compile.
import { en, type Texts } from './en';
import { zh } from './zh';

/** By the app's language codes. */
const LANGUAGES: ReadonlyMap<string, Texts> = new Map([['zh', zh]]);

/** The app changes its language only with a restart, so this is no signal. */
export let words: Texts = en;

/** To be called before any other module is loaded, since tables of commands and settings hold texts. */
export function chooseLanguage(code: string): void {
  words = LANGUAGES.get(code) ?? en;
}
