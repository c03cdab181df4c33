// Any note is converted, and written into, as it must be.
import { runTarget } from './running';
import { converting, inserting } from './writing';

runTarget(converting);
runTarget(inserting);
