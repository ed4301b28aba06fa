// The web page sees the service only by the contract: its types, and none of what stands behind it.
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'web-sees-the-contract-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|workers|bin|scripts)/', pathNot: '^src/api/contract/' },
    },
    {
      name: 'pages-apart',
      comment: 'What two pages share is a component.',
      severity: 'error',
      from: { path: '^web/src/pages/([^/]+)/' },
      to: { path: '^web/src/pages/', pathNot: '^web/src/pages/$1/' },
    },
    {
      name: 'components-below-pages',
      severity: 'error',
      from: { path: '^web/src/(api|components|i18n)/' },
      to: { path: '^web/src/pages/' },
    },
  ],
  options: {
    ...options,
    enhancedResolveOptions: {
      ...options.enhancedResolveOptions,
      extensions: ['.ts', '.tsx', '.js', '.json', '.css', '.svg'],
    },
  },
};
