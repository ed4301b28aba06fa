import { lengthOf } from '../measures/length.js';
import { unitAfter } from '../measures/units-after.js';
import { halfReading, numberAt } from '../numbers/number.js';
import type { DateValue } from '../span.js';
import { addMonths, addWorkdays, type Day } from './calendar.js';
import { tailAt } from './particles.js';
import { type Base, dateValue, type Period } from './point.js';

/** A length of time that shifts a day. */
interface Shift {
  readonly end: number;
  readonly months: number;
  readonly days: number;
  readonly workdays: number;
  /** Counted in days or weeks: what it leads to is a day. */
  readonly ofDays: boolean;
}

const bareMonths = /(\d{1,2}|[一二两三四五六七八九十]{1,3})月/y;

/** A count of years, months, weeks or days at `at`; hours shift no day. */
function shiftAt(text: string, at: number, monthsToo: boolean): Shift | null {
  const half = text.charAt(at) === '半';
  const number = half ? halfReading(at) : numberAt(text, at);
  if (!number || number.signed || number.value > 1000) return null;
  if (monthsToo) {
    bareMonths.lastIndex = at;
    if (bareMonths.test(text) && bareMonths.lastIndex === number.end + 1)
      return { end: bareMonths.lastIndex, months: number.value, days: 0, workdays: 0, ofDays: false };
  }
  const unit = unitAfter(text, number);
  if (unit?.measured.meaning.sort !== 'length') return null;
  const length = lengthOf([
    { number: unit.number, unit: unit.measured.meaning.unit },
    ...(unit.measured.rest ?? []),
  ]);
  if (length.iso === null)
    return { end: unit.end, months: 0, days: 0, workdays: length.workdays, ofDays: true };
  const days = length.seconds / 86_400 + (length.months % 1) * 30;
  const months = Math.floor(length.months);
  return Number.isInteger(days) ? { end: unit.end, months, days, workdays: 0, ofDays: months === 0 } : null;
}

const shifted = (from: Day, { months, days, workdays }: Shift, sign: 1 | -1): Day => {
  if (workdays > 0) return sign > 0 ? addWorkdays(from, workdays) : from - Math.ceil((workdays * 7) / 5);
  return addMonths(from, sign * months) + sign * days;
};

/** 控制在15日内, 压缩至3个工作日以内: how long a service takes, no deadline. */
const service =
  /(?:控制在|压缩[至到]|缩短[至到]|压减[至到]|不超过|不得超过|少于|平均|[压缩]短|时限为?|时间为?)$/;
const deadline = /(?:左右)?的?(?:时间)?(?:以内|之内|内(?![部外容涵蒙地河科]))/y;

export interface DatedLength {
  readonly start: number;
  readonly end: number;
  readonly kind: 'date' | 'daterange';
  readonly value: DateValue;
}

/** 三年内, 20天后, 2星期前, 三年来: a length of time counted from the reference. */
export function offsetAt(text: string, at: number, { ref }: Base): DatedLength | null {
  const shift = shiftAt(text, at, false);
  if (!shift) return null;
  const before = text.slice(Math.max(0, at - 4), at);
  deadline.lastIndex = shift.end;
  if (deadline.test(text)) {
    if (service.test(before)) return null;
    const to = ref === null ? null : shifted(ref, shift, 1) + 1;
    return {
      start: at,
      end: deadline.lastIndex,
      kind: 'daterange',
      value: dateValue(to === null ? [] : [{ from: null, to }]),
    };
  }
  const tail = tailAt(text, shift.end);
  if (!tail || tail.tail === 'within' || tail.tail === 'until' || /[近前后过约第每满]$/.test(before))
    return null;
  const { end } = tail;
  const word = text.slice(shift.end, end);
  if (/^(?:[(（]|为?止|起|开始|至今|迄今|到)/.test(word)) return null;
  const done = (kind: 'date' | 'daterange', periods: readonly Period[]): DatedLength => ({
    start: at,
    end,
    kind,
    value: dateValue(ref === null ? [] : periods),
  });
  if (ref === null) return done(shift.ofDays ? 'date' : 'daterange', []);
  if (tail.tail === 'since') {
    const from = shifted(ref, shift, -1);
    return done('daterange', [
      { from, to: ref + 1 },
      { from, to: null },
    ]);
  }
  const day = shifted(ref, shift, tail.tail === 'before' ? -1 : 1);
  const on: Period = { from: day, to: day + 1 };
  const month: Period = { from: addMonths(day, 0), to: addMonths(day, 1) };
  const open: Period = tail.tail === 'before' ? { from: null, to: day + 1 } : { from: day, to: null };
  const pointed = word.length === 1;
  if (shift.ofDays) return done(pointed ? 'date' : 'daterange', pointed ? [on] : [on, open]);
  return done('daterange', pointed ? [on, month] : [open, on]);
}

const lead =
  /(?<back>最近|过去|近|这)|(?<ahead>未来|今后|往后|接下来|此后)|(?<before>[上前])|(?<after>[下后])/y;

/** 近三年, 未来5年内, 前两周: a stretch of time that ends or begins at the reference. */
export function windowAt(
  text: string,
  at: number,
  { ref }: Base,
): (DatedLength & { readonly number: number }) | null {
  lead.lastIndex = at;
  const groups = lead.exec(text)?.groups;
  if (!groups) return null;
  const number = text.charAt(lead.lastIndex) === '的' ? lead.lastIndex + 1 : lead.lastIndex;
  const loose = groups.before ?? groups.after;
  // 完成后三个月, 项目前期: these two stand for the reference only at the beginning of a phrase.
  if (loose && !/(?:^|[,，。;；、\n在的把将对于])$/.test(text.slice(Math.max(0, at - 1), at))) return null;
  if (/[附最邻接临]/.test(text.charAt(at - 1)) && groups.back === '近') return null;
  const shift = shiftAt(text, number, true);
  // 这一年, 上一个月 name one year or month of the calendar.
  if (!shift || (/[一半]/.test(text.charAt(number)) && /[这上下前后]/.test(text.charAt(at)))) return null;
  deadline.lastIndex = shift.end;
  const within = deadline.test(text) ? deadline.lastIndex : 0;
  const tail = /^(?:以来|来(?![之到自]))/.exec(text.slice(shift.end, shift.end + 2))?.[0].length ?? 0;
  const end = Math.max(within, shift.end + tail);
  const back = groups.back !== undefined || groups.before !== undefined;
  if (ref === null) return { start: at, end, kind: 'daterange', value: dateValue([]), number };
  const far = shifted(ref, shift, back ? -1 : 1);
  const periods = back
    ? [
        { from: far, to: ref + 1 },
        { from: far, to: ref },
      ]
    : within > 0
      ? [
          { from: null, to: far + 1 },
          { from: ref, to: far + 1 },
        ]
      : [
          { from: ref, to: far },
          { from: ref + 1, to: far + 1 },
        ];
  return { start: at, end, kind: 'daterange', value: dateValue(periods), number };
}

const anchor = /自(?<event>[^,，。;；\d\n]{0,16}?)之日起?[,，]?(?:的)?/y;

/** 自印发之日起6个月内: counted from the document's own day where that is what begins it, else unresolved. */
export function anchoredAt(
  text: string,
  at: number,
  { ref }: Base,
): (DatedLength & { readonly number: number }) | null {
  anchor.lastIndex = at;
  const event = anchor.exec(text)?.groups?.event;
  if (event === undefined) return null;
  const number = anchor.lastIndex;
  const shift = shiftAt(text, number, false);
  if (!shift) return null;
  deadline.lastIndex = shift.end;
  const end = deadline.test(text) ? deadline.lastIndex : shift.end;
  const own = /印发|发布|公布|签发|发文|施行|实施|答复|下发/.test(event);
  const periods = own && ref !== null ? [{ from: null, to: shifted(ref, shift, 1) + 1 }] : [];
  return { start: at, end, kind: 'daterange', value: dateValue(periods), number };
}

const nth = /第(\d{1,3}|[一二三四五六七八九十]{1,3})(天|日|个?月|年|周)(起|开始)/y;

/** 第三天起: the reference's day is the first. */
export function nthAt(text: string, at: number, { ref }: Base): DatedLength | null {
  nth.lastIndex = at;
  const match = nth.exec(text);
  const number = match && numberAt(match[1] ?? '', 0);
  if (!match || !number) return null;
  const count = number.value - 1;
  const unit = match[2] ?? '';
  const shift: Shift = {
    end: nth.lastIndex,
    months: unit.endsWith('月') ? count : unit === '年' ? count * 12 : 0,
    days: unit === '周' ? count * 7 : unit === '天' || unit === '日' ? count : 0,
    workdays: 0,
    ofDays: true,
  };
  const periods = ref === null ? [] : [{ from: shifted(ref, shift, 1), to: null }];
  return { start: at, end: nth.lastIndex, kind: 'daterange', value: dateValue(periods) };
}
