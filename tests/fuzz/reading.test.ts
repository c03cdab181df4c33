// Any note is read, and read again after any edit, as it must be.
import { rescanning, scanning } from './reading';
import { runTarget } from './running';

runTarget(scanning);
runTarget(rescanning);
