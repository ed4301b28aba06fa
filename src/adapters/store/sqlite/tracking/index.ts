import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import type { Session } from '../session.js';
import { factMethods } from './facts.js';
import { heldMethods } from './held.js';
import { saidMethods } from './said.js';

export const trackingMethods = (session: Session): TrackingStore => ({
  ...factMethods(session),
  ...heldMethods(session),
  ...saidMethods(session),
});
