// The composition root: builds, wires and registers; decides nothing.
import { Plugin } from 'obsidian';

export default class PlayheadPlugin extends Plugin {}
