// Any note is given a property as it must be.
import { runTarget } from './running';
import { properties } from './writing';

runTarget(properties);
