import type { Command } from 'commander';
import type { Context } from '../context.js';
import type { Messages } from '../messages/index.js';

/** Runs a command's work within its context and sets the exit status. */
export type RunInContext = (work: (context: Context) => Promise<number>) => Promise<void>;

/** Adds a command with its options and examples to the program. */
export type Register = (program: Command, t: Messages, run: RunInContext) => void;
