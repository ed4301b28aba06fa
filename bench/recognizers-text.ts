import { createRequire } from 'node:module';

type Recognize = (query: string, culture: string) => readonly unknown[];
interface RecognizersSuite {
  readonly Culture: { readonly Chinese: string };
  readonly recognizeNumber: Recognize;
  readonly recognizePercentage: Recognize;
  readonly recognizeDimension: Recognize;
  readonly recognizeCurrency: Recognize;
  readonly recognizeDateTime: Recognize;
}

const require = createRequire(import.meta.url);
const suite = require('@microsoft/recognizers-text-suite') as RecognizersSuite;
const recognizers = [
  suite.recognizeNumber,
  suite.recognizePercentage,
  suite.recognizeDimension,
  suite.recognizeCurrency,
  suite.recognizeDateTime,
];

/** Numbers, units and dates by Recognizers-Text, a paragraph at a time: it gets slower with the length of a text. */
export function recognizersText(text: string): void {
  for (const paragraph of text.split('\n'))
    for (const recognizer of recognizers) recognizer(paragraph, suite.Culture.Chinese);
}
