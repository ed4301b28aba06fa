import { finished, type Generated } from './document.js';
import { type Fact, factsOf, Values } from './fact.js';
import { dated, numerals, officesOf, promiseParagraph, wideBefore } from './layout.js';
import { placeOf } from './places.js';
import { Chooser } from './random.js';
import { trades } from './trades.js';
import { Writer, writeResult } from './writer.js';

const surnames = [...'林周许沈何罗梁宋唐韩冯邓曹彭曾'];
const given = ['知远', '若谷', '守拙', '怀瑾', '明夷', '望舒', '采薇', '南乔', '景行', '予安'];
const sessions = ['一', '二', '三', '四', '五'];

/** A reply of an invented office to an invented suggestion or proposal, with what a careful reader finds in it. */
export function generatedReply(seed: number, { noise = false }: { noise?: boolean } = {}): Generated {
  const chooser = new Chooser(seed ^ 0x5eed);
  const place = placeOf(chooser);
  const trade = chooser.pick(trades);
  const year = chooser.int(2018, 2027);
  const [issuer, office] = officesOf(place, trade);
  const number = chooser.int(1, 380);
  const npc = chooser.chance(0.6);
  const term = `${chooser.pick(['十五', '十六', '十七'])}届`;
  const meeting = chooser.pick(sessions);
  const council = npc
    ? `${place.level}${term}人大${meeting}次会议`
    : `${place.level}政协${term}${meeting}次会议`;
  const asked = `第${number}号${npc ? '建议' : '提案'}`;
  const title = `${issuer}关于${council}${asked}的答复`;
  const day = dated(year, chooser.int(5, 9), chooser.int(1, 28));
  const addressee = `${chooser.pick(surnames)}${chooser.pick(given)}`;
  const values = new Values();
  const all = factsOf(chooser, trade, { place, years: [year, year + 3] }, chooser.int(7, 12), values);
  const done = all.slice(0, 3).filter(({ sort }) => sort !== 'rule');
  const ahead: Fact[] = all.slice(3).filter(({ when }) => when.date > day.iso);

  const asOf = { text: `截至${year - 1}年底`, date: `${year - 1}-12-31` };
  const writer = new Writer().say(`${title}\n\n${addressee}${npc ? '代表' : '委员'}：\n\n`);
  writer.say(`您提出的关于加强${trade.name}工作的${asked}收悉。经研究，现答复如下：\n\n`);
  writer.say(`一、已开展的工作\n\n`);
  for (const fact of done) {
    writeResult(writer, fact, fact.value, { asOf, since: year - 3, all: wideBefore(fact, place) });
    writer.say('。');
  }
  writer.say('\n\n二、下一步工作\n\n');
  for (let at = 0; at < ahead.length; at += 2) {
    writer.say(`（${numerals[at / 2]}）`);
    const responsible = chooser.chance(0.3) ? [office] : [];
    promiseParagraph(writer, chooser, ahead.slice(at, at + 2), place, responsible);
  }
  writer.say(`感谢您对${trade.name}工作的关心和支持。\n\n${issuer}\n${day.written}\n`);
  const meta = {
    ...{ title, doc_number: null, proposal_number: String(number), issuer, addressees: [addressee] },
    ...({ date: day.iso, kind: 'reply', period: null, body: npc ? 'npc' : 'cppcc', session: null } as const),
  };
  const name = `reply-${String(seed).padStart(6, '0')}.txt`;
  return finished(writer, name, meta, noise ? chooser : null);
}
