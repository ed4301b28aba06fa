import type { Profile } from '../../domain/profile.js';
import { national } from './national.profile.js';
import { threeClass } from './three-class.profile.js';

/** The profiles that come with the program, by id; the first is the default. */
export const profiles: readonly Profile[] = [national, threeClass];
