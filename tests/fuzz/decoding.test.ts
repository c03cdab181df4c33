// Whatever comes from outside is decoded or refused.
import { addresses, layouts, messages, settings } from './decoding';
import { runTarget } from './running';

runTarget(addresses);
runTarget(messages);
runTarget(settings);
runTarget(layouts);
