// Any note is read again after any edit as if for the first time.
import { rescanning } from './reading';
import { runTarget } from './running';

runTarget(rescanning);
