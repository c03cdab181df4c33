// Any note is checked as it must be.
import { runTarget } from './running';
import { checking } from './writing';

runTarget(checking);
