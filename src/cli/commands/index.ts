import { registerExtract } from './extract.command.js';
import type { Register } from './register.js';
import { registerText } from './text.command.js';

/** In the order of the help. */
export const registrations: readonly Register[] = [registerExtract, registerText];
