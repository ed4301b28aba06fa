/** Figures of the tracking fixtures under other names, for as many places and names as a country has. */
import { readdirSync, readFileSync } from 'node:fs';
import { sha256Hex } from '../src/domain/identity.js';
import { extract } from '../src/extract/extractor.js';
import { loadSegmenter } from '../src/text/segment/segmenter.js';
import { type DocumentView, documentView, reportsOf, targetsOf } from '../src/track/fact/document-view.js';

const folder = new URL('../fixtures/tracking/documents/', import.meta.url);
const { segmenter } = loadSegmenter();

const views = readdirSync(folder).map((name): DocumentView => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const source = {
    format: 'text' as const,
    text,
    pages: [],
    lines: [],
    tables: [],
    warnings: [],
    reader: 'bench@1',
  };
  const { meta, items } = extract(source, sha256Hex(Buffer.from(text)), segmenter);
  return documentView({ file: name, source, meta, items });
});
export const targets = views.flatMap(targetsOf);
export const reports = views.flatMap(reportsOf);

const objects =
  '县域 基层 城镇 农村 社区 乡镇 中小学 高中 幼儿园 高校 养老机构 托育机构 医院 卫生院 村卫生室 企业 园区 景区 河湖 森林 耕地 公路 铁路 港口 机场 公交 停车 供水 排水 燃气 供热 电力 通信 数据 政务 法律援助 文化 体育 旅游 商贸 外贸 物流 粮食 蔬菜 生猪 水产 茶叶 林果 种业 农机 水利 气象 消防 应急 食品 药品 计量 质量 信用 就业 培训 创业 社保 医保 救助 残疾人 老年人 儿童 妇女 退役军人 住房 棚改 老旧小区 绿地 公园 广场 垃圾 污水 大气 土壤'.split(
    ' ',
  );
const heads =
  '覆盖率 普及率 达标率 合格率 利用率 治理率 服务中心 服务站 示范点 示范基地 示范企业 改造面积 新增床位 新增学位 管网 泊位 充电桩 设备更新 专业人才 骨干教师 技术人员 志愿者 项目投资 产业产值 总产量 销售收入 贷款余额 补贴资金 培训人次 宣传活动 检查批次 标准制定 平台建设 监测站点 应急物资 惠及群众 办理件数 平均用时 满意度 增加值'.split(
    ' ',
  );
export const nameOf = (i: number): string =>
  `${objects[i % objects.length]}${heads[Math.floor(i / objects.length) % heads.length]}`;
export const names = objects.length * heads.length;
export const perPlace = 500;

export const pick = <T>(of: readonly T[], i: number): T => {
  const found = of[i % of.length];
  if (found === undefined) throw new Error('the fixtures hold no figures');
  return found;
};
