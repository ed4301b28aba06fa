import fc from 'fast-check';

/**
 * fast-check with a seed that is the same from run to run, so that a red test is the change's and not the day's.
 * `JIANNUO_SEED=random npm run test:fast` looks further; a number repeats what it found.
 */
const asked = process.env.JIANNUO_SEED ?? '20260101';
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });

export default fc;
