import type { Tokenize } from '../../../../app/ports/ledger-store.js';
import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import type { Session } from '../session.js';
import { amendMethods } from './amend.js';
import { factMethods } from './facts.js';
import { heldMethods } from './held.js';
import { saidMethods } from './said.js';

export const trackingMethods = (session: Session, tokenize: Tokenize): TrackingStore => ({
  ...amendMethods(session, tokenize),
  ...factMethods(session),
  ...heldMethods(session),
  ...saidMethods(session),
});
