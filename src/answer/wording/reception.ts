/**
 * What is said about receptions (接待): one sentence a finding of rules/reception*.ts, companions.ts, liquor.ts and menu.ts.
 */
import { type Sentence, spellDate, type Values } from "./sentence.ts";

const table = ({ guests, hosts, diners }: Values) =>
  guests === "" ? `${diners}人用餐` : `客${guests}人、主${hosts}人共${diners}人`;

export const receptionWording = {
  // may it be held
  "reception.no-letter": () => "不能接待,也不能报销:无公函的公务活动和来访人员,一律不予接待和报销相关费用。",
  "reception.no-business-letter": (v) =>
    v.record === false
      ? "不符合要求:商务接待原则上要客商来函,确无来函的,要写明邀请或来访的电话记录、邮件等内容,由经办人签字按程序送审;两样都没有的不能报审。"
      : "商务接待原则上要客商来函;确因特殊情况没有来函的,要写明邀请或来访的电话记录、邮件等内容,由经办人签字按程序送审。",
  "reception.record-instead": () =>
    "可以送审:没有来函,但写明邀请或来访的电话记录、邮件等内容,由经办人签字,就能按程序送审。",
  "reception.past": (v) => `不能补报方案:${spellDate(v.start)}已经过去,接待方案要事前审批,不得先接待、后审批。`,
  "reception.plan-first": () => "接待方案要事前审批,不得先接待、后审批。",
  "reception.outside-city": () =>
    "在市外接待来不及填接待方案的,由经办人事先通过电话按程序报告(分管局领导、局主要领导),回资阳后及时补办手续。",
  "reception.meals-official": (v) =>
    `不能管${v.meals}餐:公务接待一批次客人原则上只接待${v.most}餐,其余各餐不能安排公务接待。`,
  "reception.meals-business": (v) =>
    `一般不能安排${v.meals}次:商务接待一批次客人一般安排${v.most}次宴请;确需增加怎么办条文没有写明,请事前在接待方案里报批。`,

  // what it may cost
  "reception.caps": (v) =>
    `公务接待每人次不能突破${v.official}元;商务接待有市领导出席的每人每次不超过${v.leader}元,县级及以下人员出席的不超过${v.county}元(含餐费、酒水、饮料)。`,
  "reception.caps-business": (v) =>
    `商务接待有市领导出席的每人每次不超过${v.leader}元,县级及以下人员出席的不超过${v.county}元(含餐费、酒水、饮料)。`,
  "reception.cap-official": (v) => `公务接待每人次不能突破${v.cap}元。`,
  "reception.cap-city-leader": (v) => `商务接待有市领导出席,每人每次不超过${v.cap}元(含餐费、酒水、饮料)。`,
  "reception.cap-county-or-below": (v) => `商务接待由县级及以下人员出席,每人每次不超过${v.cap}元(含餐费、酒水、饮料)。`,
  "reception.between": (v) => `${v.reading}`,
  "reception.total": (v) => `最多${v.ceiling}元:${table(v)},每人${v.cap}元。`,
  "reception.total-within": (v) => `没有超出:花费${v.spent}元,上限${v.ceiling}元(${table(v)},每人${v.cap}元)。`,
  "reception.total-over": (v) =>
    `超出${v.over}元,不能突破标准:花费${v.spent}元,上限只有${v.ceiling}元(${table(v)},每人${v.cap}元)。`,
  "reception.head-within": (v) => `没有超出:人均${v.perHead}元,标准是每人每次${v.cap}元以内。`,
  "reception.head-over": (v) => `超出了,不能突破标准:人均${v.perHead}元,每人每次最多${v.cap}元,人均超${v.over}元。`,
  "reception.hosts-at-limit": (v) => `陪同按上限${v.hosts}人计算(客商${v.guests}人)。`,
  "reception.hosts-besides": (v) => `这里只算了说到的人;陪同也按每人每次${v.cap}元计入,人数请另加。`,
  "reception.over-standard": () => "禁止超规格、超标准接待。",

  // companions
  "companions.limit": (v) => `最多${v.limit}人陪同(客商${v.guests}人)。`,
  "companions.within": (v) => `可以:陪同${v.hosts}人没有超出,客商${v.guests}人最多${v.limit}人陪同。`,
  "companions.over": (v) =>
    `超出${v.over}人:客商${v.guests}人,陪同最多${v.limit}人,安排${v.hosts}人不符合比例;确因项目对接需要超出的,应在接待清单上做说明。`,
  "companions.explained": () => "确因项目对接需要超出比例的,应在接待清单上做说明。",
  "companions.official": (v) => `${v.reading}`,

  // drinks and dishes
  "liquor.official": () => "公务接待一律不提供酒类,不能上酒。",
  "liquor.business": () =>
    "商务接待确需用酒的,一事一审批:事前填写《资阳市外事和招商活动接待用酒审批单》,由局主要负责同志审批;酒水算在每人每次的伙食费标准以内。",
  "menu.dishes": (v) => `不能上${v.item}:禁止提供鱼翅、燕窝等高档菜肴。`,
  "menu.wildlife": (v) => `不能上${v.item}:禁止提供用野生保护动物制作的菜肴。`,
  "menu.tobacco-liquor": (v) => `不能提供${v.item}:禁止提供香烟和高档酒水。`,
  "menu.by-reading": (v) => `按条文的意思不能上${v.item}:${v.reading}有疑问请先问办公室。`,
  "menu.unlisted": (v) =>
    `条文没有点名“${v.menu}”:禁止的是鱼翅、燕窝等高档菜肴、用野生保护动物制作的菜肴、香烟和高档酒水;算不算“高档”没有写明,请先问办公室。`,

  // claiming
  "claim.papers": () =>
    "报销要附:原始正规发票、派出单位公函、接待清单及附件(经签批的接待方案、有经办人签字的原始菜单),并如实填写费用报销单。",
  "claim.signers": () => "签字次序:经办人签字 → 分管局领导签署属实 → 办公室主任审核 → 分管财务的领导审签报销。",
  "claim.list": () => "接待清单由承办科室如实填写,经业务分管领导审核、财务分管领导审签。",
  "list.no-plan": () =>
    "没有找到您名下已批准、还没有填过清单的接待方案:严格执行先审批、后接待,不得先接待、后审批,接待清单须附经签批的接待方案。可以提交,由审核的领导决定。",
  "list.papers": () => "接待清单要附:经签批的接待方案、有经办人签字的原始菜单。",
  "claim.business-letter": () => "商务接待的依据是客商来函;没有来函的,是写明内容并由经办人签字的电话记录、邮件。",
  "claim.three-signers": (v) => `${v.reading}`,
} satisfies Record<string, Sentence>;
