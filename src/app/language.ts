// The language of all texts: the first thing that is loaded, since tables of commands and settings hold texts.
import { getLanguage } from 'obsidian';
import { chooseLanguage } from '../texts/texts';

chooseLanguage(getLanguage());
