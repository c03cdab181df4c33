// The texts of the plugin in the language of the app. A text that is missing in one language does not compile.
import { en, type Texts } from './en';
import { zh } from './zh';

/** By the app's codes. */
const LANGUAGES: ReadonlyMap<string, Texts> = new Map([['zh', zh]]);

/** The app takes another language only when it starts anew: nobody has to follow this. */
export let words: Texts = en;

/** To be called before anything else is loaded: tables of commands and settings hold texts. */
export function chooseLanguage(code: string): void {
  words = LANGUAGES.get(code) ?? en;
}
