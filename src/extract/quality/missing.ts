import type { Item, MissingElement } from '../../domain/item.js';
import { because, type Draft, type ExtractionContext } from '../draft.js';
import { tangible } from '../lexicon/verbs.js';

/** What a person can go and look at: papers, bodies, buildings, works, systems. */
const product =
  /《[^》]+》|[院楼站厂路桥线园馆场库区村校房港渠坝井泵街巷]|管网|管道|公路|道路|铁路|工程|项目|设施|设备|系统|平台|网络|中心|基地|机构|公司|方案|办法|规划|条例|细则|清单|目录|标准|招标|主体|改造|建设|测绘|普查/u;

/** Words that say that something is done, nothing of what. */
const doing =
  /^(?:全面|基本|如期|加快|全部|继续|切实|已经?|将|要|并|和|及|的|工作|任务|目标|要求|达到|达|实现|完成|建成|推进|推动|开展|落实|加强|提升|提高|完善|健全|深化|优化|强化|做好|抓好|开工|动工|竣工|完工|投用|投入使用|交付|出台|印发|启用|落地|办结|验收|建设|改造|实施|组织|覆盖|全覆盖|增长|下降|增加|减少|新增)*$/u;

/** 每年、每季度: a promise that comes round has its time in itself. */
const recurring = /^每(?:年|季|月|周|学期|学年|半年|日|天)/u;

type Told = Pick<Item, 'kind' | 'indicator' | 'per' | 'responsible'> & { readonly deadline: object | null };

/**
 * What a promise does not say, in the order of `missingElements`.
 * @param answers whether who sent the document answers for what names nobody
 */
export function missingOf(
  { kind, indicator, deadline, per, responsible }: Told,
  answers: boolean,
): MissingElement[] {
  const words = indicator.replace(/[\s，、；：。“”（）]/gu, '');
  const asked: readonly (readonly [MissingElement, boolean])[] = [
    ['measure', kind === 'milestone' && !product.test(indicator) && !tangible.test(indicator)],
    ['deadline', deadline === null && !recurring.test(per ?? '')],
    ['owner', responsible.length === 0 && !answers],
    ['deliverable', doing.test(words)],
  ];
  return asked.flatMap(([element, holds]) => (holds ? [element] : []));
}

/** Fills `missing`: what an auditor would have to ask a promise for. Results lack nothing. Needs every other field. */
export function missingRefiner(context: ExtractionContext, draft: Draft): void {
  if (draft.stance !== 'commitment') return;
  const { kind, issuer } = context.outline.meta;
  // A reply answers in its issuer's own name.
  draft.missing = missingOf(draft, kind === 'reply' && issuer !== null);
  if (draft.missing.length > 0)
    because(draft, 'missing', ...draft.missing.map((element) => `missing:${element}`));
}
