/** The nonce of this answer's policy, under which styles may be written. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const make = Document.prototype.createElement;

/**
 * antd's styles take the nonce from its settings; what it measures scrollbars with, and libraries that know no policy,
 * do not. Every style element that the page's own scripts make bears it; markup that comes in from outside never does.
 */
Document.prototype.createElement = function createElement(
  this: Document,
  tag: string,
  options?: ElementCreationOptions,
) {
  const element = make.call(this, tag, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
} as typeof make;
