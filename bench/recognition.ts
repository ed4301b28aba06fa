/**
 * `recognize` in characters a second, against Recognizers-Text on the same text, and its growth with the length: on documents,
 * and on texts made to be hard (one sign again and again). Usage: npx tsx bench/recognition.ts [--record]
 */
import { recognize } from '../src/extract/recognize/recognize.js';
import { recognizersText } from './recognizers-text.js';
import { record, rounded } from './record.mjs';
import { fixtureText, interleaved, seconds } from './shared.js';

const reference = '2025-03-20';
const slice = fixtureText(2_000);
const slices = interleaved(
  { recognize: () => recognize(slice, reference), recognizers: () => recognizersText(slice) },
  5,
);

const perSecond = (text: string): number => {
  const repeats = Math.max(1, Math.min(5, Math.round(200_000 / text.length)));
  const times = Array.from({ length: repeats }, () => seconds(() => recognize(text, reference)));
  return Math.round(text.length / Math.min(...times));
};

const growth = [1_000, 10_000, 100_000, 1_000_000].map((size) => {
  const text = fixtureText(size);
  return { characters: text.length, charactersASecond: perSecond(text) };
});

/** The time for ten times the text over that for the text: about ten is linear. */
const hostile = ['一', '9', '、', '（', '1,', '2025年', '3天5小时', '大于1小于2', '三五'].map((piece) => {
  const time = (length: number) => {
    const text = piece.repeat(length / piece.length);
    return Math.min(...Array.from({ length: 3 }, () => seconds(() => recognize(text, reference))));
  };
  return { piece, tenTimesTheText: rounded(time(200_000) / time(20_000)) };
});

const figures = {
  charactersASecond: Math.round(slice.length / slices.recognize),
  timesRecognizers: rounded(slices.recognizers / slices.recognize),
  growth,
  hostile,
};
console.log(JSON.stringify(figures, null, 2));
if (process.argv.includes('--record'))
  record('recognition', 'npx tsx bench/recognition.ts --record', figures);
