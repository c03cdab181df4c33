// A test run makes the same cases of each property every time, so that it fails by what was changed, and by nothing else.
// `npm run fuzz` sets another seed.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });
