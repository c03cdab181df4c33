// Chooses the language of all texts. Loaded first, since tables of commands and settings hold texts.
import { getLanguage } from 'obsidian';
import { chooseLanguage } from '../texts/texts';

chooseLanguage(getLanguage());
