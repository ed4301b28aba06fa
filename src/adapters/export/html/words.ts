/** What a saved document says for itself. */
export const pageWords = {
  zh: {
    items: '条目',
    page: (page: number) => `第 ${page} 页`,
    count: (promises: number, results: number) => `承诺 ${promises} 条，成效 ${results} 条`,
    asOf: (day: string) => `状态截至 ${day}`,
  },
  en: {
    items: 'Items',
    page: (page: number) => `Page ${page}`,
    count: (promises: number, results: number) => `${promises} commitments, ${results} achievements`,
    asOf: (day: string) => `as of ${day}`,
  },
};
