import { expect, it } from 'vitest';
import { outline } from '../../src/text/outline/outline.js';
import { plainSource } from '../support/plain-source.js';

const metaOf = (...lines: string[]) => outline(plainSource(`${lines.join('\n')}\n`)).meta;
const answer = '您提出的关于加快校舍建设的建议收悉，现答复如下：去年新建教室20间。';

it('reads names of those addressed without a colon, in numbers and among fields of a form', () => {
  expect(metaOf('关于第72号建议的答复', '', '高松代表', '', answer).addressees).toEqual(['高松']);
  expect(metaOf('关于第72号建议的答复', '', '高松等两位代表：', '', answer).addressees).toEqual(['高松']);
  expect(metaOf('关于第72号建议的答复', '', '姜欣（等10位）代表：', '', answer).addressees).toEqual(['姜欣']);
  expect(
    metaOf('关于第72号建议的答复', '建议人：', '主办单位：青石市教育局', '', '高松代表：', '', answer)
      .addressees,
  ).toEqual(['高松']);
});

it('takes the issuer of the title, of a last line without a day, of a record sheet', () => {
  expect(metaOf('青石市水务局关于对第7号建议的答复', '', '高松代表：', '', answer).issuer).toBe(
    '青石市水务局',
  );
  expect(
    metaOf('关于第7号建议的答复', '', '高松代表：', '', answer, '', '青石市教育局', '', '2025 915').issuer,
  ).toBe('青石市教育局');
  expect(metaOf('发布机构：青石市民政局 成文日期：2024-08-27', '', '高松代表：', '', answer)).toMatchObject({
    issuer: '青石市民政局',
    date: '2024-08-27',
  });
  expect(metaOf('关于第7号建议的答复', '来源：青石新闻网', '', '高松代表：', '', answer).issuer).toBeNull();
});

it('takes no day from a counter of visits', () => {
  expect(
    metaOf('关于第7号建议的答复', '浏览：740次 时间：2024年1月5日', '', '高松代表：', '', answer).date,
  ).toBeNull();
});

it('reads a proposal number beside its title and of any length', () => {
  expect(
    metaOf('关于青石区人大四届三次会议第16号“关于改造健康社区的建议”的答复', '', '高松代表：', '', answer)
      .proposalNumber,
  ).toBe('16');
  expect(
    metaOf('高松委员：', '《关于医养结合的提案》（20242047号）收悉，答复如下：去年新建教室20间。')
      .proposalNumber,
  ).toBe('20242047');
  expect(
    metaOf('关于区十八届人大四次会议第20250118040077号建议的答复', '', '高松代表：', '', answer)
      .proposalNumber,
  ).toBe('20250118040077');
});

it('takes a letter on how a proposal was handled for a reply', () => {
  expect(metaOf('关于市政协五届二次会议第291号提案办理情况的函', '', '高松委员：', '', answer).kind).toBe(
    'reply',
  );
});

it('takes no field of a record sheet for those addressed, and no half of a title for who answers', () => {
  expect(
    metaOf(
      '关于第7号建议的答复',
      '',
      '编稿时间：2021-08-23 来源：政府门户网 字体：',
      '',
      '高松代表：',
      '',
      answer,
    ).addressees,
  ).toEqual(['高松']);
  expect(
    metaOf('关于对青石市第十届人民代表大会', '第四次会议第7号建议的答复', '高松代表：', answer).issuer,
  ).toBeNull();
});

it('reads a day whose noughts are Greek letters, with a page’s note behind it', () => {
  expect(
    metaOf('关于第7号建议的答复', '高松代表：', answer, '青石市教育局', '二ΟΟ七年五月二十四日[1]').date,
  ).toBe('2007-05-24');
});

it('keeps a proposal number as it is written', () => {
  expect(metaOf('关于市政协三届三次会议第028号提案的答复', '', '高松委员：', '', answer).proposalNumber).toBe(
    '028',
  );
  expect(
    metaOf('关于县政协十届五次会议第D022号提案的答复', '', '高松委员：', '', answer).proposalNumber,
  ).toBe('D022');
});

it('finds a reply’s title with its bracket, broken behind its number, and below the page’s own', () => {
  expect(
    metaOf(
      '青石市人民政府网站欢迎您！',
      '热词：三个圈层 发展规划',
      '',
      '关于区政协七届五次会议第53号提案的答复（加快东城片区公办幼儿园建设和增加公办幼儿园学位供给的建议）',
      '',
      '高松委员：',
      '',
      answer,
    ),
  ).toMatchObject({
    title:
      '关于区政协七届五次会议第53号提案的答复（加快东城片区公办幼儿园建设和增加公办幼儿园学位供给的建议）',
    kind: 'reply',
  });
  expect(metaOf('关于对县政协十五届四次会议第47号', '提案的答复', '高松委员：', answer).title).toBe(
    '关于对县政协十五届四次会议第47号提案的答复',
  );
  expect(
    metaOf(
      '• 005253197/2021-00019',
      '• 青石区城市管理局',
      '• 建议',
      '• 2021-06-08',
      '关于垃圾分类推广建议的答复',
      '关于区十三届人大第六次会议第024号建议的回复',
      '',
      '高松代表：',
      '',
      answer,
    ),
  ).toMatchObject({
    title: '关于区十三届人大第六次会议第024号建议的回复',
    issuer: '青石区城市管理局',
  });
});

it('puts the lines of a title together where its first has a comma', () => {
  const task = '新建社区食堂5所。';
  expect(metaOf('关于优化环境，强化服务', '促进民营经济发展的若干措施', '', task).title).toBe(
    '关于优化环境，强化服务促进民营经济发展的若干措施',
  );
  expect(metaOf('青石市优化环境，强化服务', '三年行动方案', '', task).title).toBe(
    '青石市优化环境，强化服务三年行动方案',
  );
  expect(metaOf('教育，养老，服务', '', '青石市养老服务三年行动方案', '', task).title).toBe(
    '青石市养老服务三年行动方案',
  );
});

it('does not take the name of an enclosed form above the signature for the form', () => {
  expect(
    metaOf(
      '关于第7号建议的答复',
      '',
      '高松代表：',
      '',
      answer,
      '',
      '附：建议（提案）办理情况征询意见表',
      '2025年6月4日',
      '签发领导：吴某某',
    ).date,
  ).toBe('2025-06-04');
});

it('a proposal number with its session and year is kept whole, a document number in full-width brackets read', () => {
  expect(
    metaOf('对区政协四次会议第2020-4-073号提案的答复', '', '高松委员：', '', answer).proposalNumber,
  ).toBe('2020-4-073');
  expect(metaOf('对区政协四次会议第073号提案的答复', '', '高松委员：', '', answer).proposalNumber).toBe(
    '073',
  );
  expect(
    metaOf(
      '青石县水利局文件',
      '青水函字［２０１９］１７号',
      '关于第7号建议的答复',
      '',
      '高松代表：',
      '',
      answer,
    ).docNumber,
  ).toBe('青水函字［2019］17号');
});

it('an office on the line above a summary that opens with its year, or with others beside it, is of the title', () => {
  expect(
    metaOf('青石县文化旅游局', '2025年工作总结和2026年工作安排', '', '今年以来，全县接待游客62万人次。')
      .title,
  ).toBe('青石县文化旅游局2025年工作总结和2026年工作安排');
  expect(
    metaOf('青石省农业厅等九部门', '关于印发《青石省中药材行动方案》的通知', '', '各市人民政府：').title,
  ).toBe('青石省农业厅等九部门关于印发《青石省中药材行动方案》的通知');
  expect(
    metaOf('青石县文化旅游局文件', '', '2025年工作总结', '', '今年以来，全县接待游客62万人次。').title,
  ).toBe('2025年工作总结');
});
