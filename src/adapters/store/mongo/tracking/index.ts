import type { Connection } from 'mongoose';
import type { Tokenize } from '../../../../app/ports/ledger-store.js';
import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import type { Models } from '../models.js';
import { amendMethods } from './amend.js';
import { factMethods } from './facts.js';
import { heldMethods } from './held.js';
import { saidMethods } from './said.js';

export const trackingMethods = (
  connection: Connection,
  models: Models,
  tokenize: Tokenize,
): TrackingStore => ({
  ...amendMethods(connection, models, tokenize),
  ...factMethods(connection, models),
  ...heldMethods(connection, models),
  ...saidMethods(connection, models),
});
