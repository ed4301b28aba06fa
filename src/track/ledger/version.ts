/** Of what tracking keeps of a document and of how it holds documents together; goes up with every change to either. */
export const trackingVersion = '6';
