import { describe, expect, it } from 'vitest';
import { outline } from '../../src/text/outline/outline.js';
import { plainSource } from '../support/plain-source.js';

const reply = (tail: string, head = '') =>
  outline(
    plainSource(
      `${head}澄岚市教育局\n关于市政协五届二次会议第21号提案的答复\n李同舟委员：\n您提出的关于学前教育的提案收悉，现答复如下：\n一、已做工作\n今年以来，新建幼儿园3所。\n二、下一步\n继续努力。\n感谢支持。\n澄岚市教育局\n2024年6月3日\n${tail}`,
    ),
  ).meta;

describe('the form at a reply’s end', () => {
  it('gives its fields as filled in', () => {
    const { form, resultClass } = reply(
      [
        '政协提案办理单',
        '提案号 021\t案由\t关于学前教育的提案',
        '承办单位\t市教育局',
        '答复时间\t2024年6月3日\t答复形式\t面复□ 函复☑ 电话□',
        '满意度\t满意√ 基本满意□ 不满意□',
        '类别\tA类（ ）\tB类（√）\tC类（ ）',
      ].join('\n'),
    );
    expect(form).toEqual({
      proposalNumber: '21',
      subject: '关于学前教育的提案',
      undertaker: '市教育局',
      repliedOn: '2024-06-03',
      manner: '函复',
      satisfaction: 'satisfied',
    });
    expect(resultClass).toBe('B');
  });

  it('leaves blank what is not filled in, and what is ticked twice', () => {
    const { form, resultClass } = reply(
      [
        '提案办理征求意见表',
        '提案号：\t案由：关于学前教育的提案',
        '答复形式\t面复□ 函复□',
        '满意度\t满意√ 基本满意√ 不满意□',
        '类别\tA类（ ）\tB类（ ）',
      ].join('\n'),
    );
    expect(form).toMatchObject({ proposalNumber: null, manner: null, satisfaction: null });
    expect(form?.subject).toBe('关于学前教育的提案');
    expect(resultClass).toBeNull();
  });

  it('is null where there is none', () => {
    expect(reply('').form).toBeNull();
  });
});

describe('the class that a reply claims', () => {
  it.each([
    ['类别：A\n', 'A'],
    ['B类\n', 'B'],
    ['办理结果：C\n', 'C'],
    ['答复类别：A、B、C\n', null],
    ['Ⅴ类\n', null],
    ['', null],
  ])('%s', (head, expected) => {
    expect(reply('', head).resultClass).toBe(expected);
  });
});
