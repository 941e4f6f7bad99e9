/**
 * What is said about trips (出差补助、沱东、乘坐等级): one sentence a finding of rules/travel*.ts and tuodong.ts.
 */
import type { Sentence, Values } from "./sentence.ts";

const stay = ({ place, days, people }: Values) => `去${place}${days}天${people === 1 ? "" : `、${people}人`}`;

export const travelWording = {
  // the sum, or one day's rate
  "travel.total": (v) => `伙食补助费和公杂费合计${v.yuan}元(${stay(v)})。`,
  "travel.total-meal": (v) => `伙食补助费共${v.yuan}元(${stay(v)})。`,
  "travel.total-sundries": (v) => `公杂费共${v.yuan}元(${stay(v)})。`,
  "travel.total-without-annex": (v) => `现有文件里能算出来的是${v.yuan}元(${stay(v)}),其中不含省外的伙食补助费。`,
  "travel.rate": (v) => `去${v.place}出差,每人每天伙食补助费${v.meal}元、公杂费${v.sundries}元,合计${v.yuan}元。`,
  "travel.rate-meal": (v) => `去${v.place}出差,伙食补助费每人每天${v.meal}元。`,
  "travel.rate-sundries": (v) => `去${v.place}出差,公杂费每人每天${v.sundries}元。`,
  "travel.rate-without-annex": (v) => `去${v.place}出差,公杂费每人每天${v.sundries}元;伙食补助费的数额不在现有文件里。`,
  "travel.annex": (v) =>
    `${v.place}属省外,伙食补助费标准写的是“详见附表”,附表不在现有文件里,没有数额可报,不能套用省内标准;请向办公室要附表。`,

  // what is not paid, or not covered
  "travel.city": () =>
    "在雁江区城区范围内公务出行,自行选择出行方式,不再报销公务交通费用(打车票也不能报);补助表里的雁江不含城区,城区内没有伙食补助和公杂费的标准。",
  "travel.city-meals": () => "没有规定:伙食补助表里的雁江不含城区,城区内没有伙食补助标准,不能套用乡镇的数额。",
  "travel.abroad": () => "国(境)外出差没有规定:差旅管理办法的补助表只列省外、省内、市内,不能套用,请问办公室。",
  "travel.no-invoice": () => "不能报:实际住了宿而没有住宿发票的,住宿费和城市间交通费、伙食补助费、公杂费都不得报销。",
  "travel.some-nights": (v) => `${v.reading}`,
  "travel.lodging-cap": () =>
    "住宿费限额在另一份文件里,文号在现有文本中写作“资财行〔201650号)”(括号有残缺,照原样),现有文件没有写多少钱一晚;在限额内凭发票据实报销,具体数额请问办公室。",
  "travel.county-lodging": () => "在资阳市所辖县(区)出差原则上不住宿;确需住宿的,必须经局主要领导同意。",
  "travel.no-extra": () => "出差期间的餐饮、市内交通(打车)、通讯费用已含在补助里,不得另行报销。",
  "travel.dates-reversed": (v) => `日期前后颠倒了:结束日期${v.end}早于开始日期${v.start},请重新说一下起止日期。`,
  "travel.days-differ": (v) => `天数对不上:说的是${v.said}天,起止日期(或总天数)是${v.span}天,请再核对一下。`,

  // how it is counted
  "travel.no-days": () => "出差天数不能是0:当天来回的也按一天计算。请说一下出差几天。",
  "travel.part-day": (v) => `您说的是${v.said}天,这里按${v.days}天算:${v.reading}`,
  "travel.same-day": () => "按1天计算:当天来回的按一天报销,不是半天。告诉我目的地,就能算出补助是多少。",
  "travel.halved": () => "所在单位提供了交通工具的,公杂费减半发放。",
  "travel.unit-car-fare": () => "单位提供了交通工具的,不予报销城市间交通费。",
  "travel.host-meals": () => "接待单位统一安排用餐的,要提前告知用餐控制标准,并自觉向其缴纳伙食费。",
  "travel.host-lodging": () => "接待单位统一安排住宿的,要告知住宿限额控制标准,并向其交纳住宿费。",
  "travel.host-transport": () => "接待单位或者其他单位提供交通工具的,应向其交纳相关费用。",
  "travel.branch": () =>
    "分局工作人员到分局所负责区域开展投资促进相关活动视为出差,补助按《资阳市市直机关差旅费管理办法》办理。",
  "travel.tuodong-apart": () => "去沱东城区的部分另算:误餐补助和市内交通费须经局主要领导同意。",
  "travel.move-day": (v) => `${v.reading}`,
  "travel.jianyang": (v) => `${v.reading}`,
  "travel.cell": (v) => `${v.reading}`,
  "travel.unit": (v) => `${v.reading}`,

  // 沱东
  "tuodong.total": (v) => `可以报${v.yuan}元,须经局主要领导同意。`,
  "tuodong.terms": (v) =>
    `去沱东城区办事:因工作需要确实不能回家就餐的,每人每餐误餐补助${v.meal}元,每天最多${v.most}餐;单位不能提供交通工具、工作紧急又确需租用出租汽车的,市内交通费据实报销,每天最多${v.taxi}元。都要经局主要领导同意。`,
  "tuodong.consent": (v) => `${v.leads ? "" : "先报分管局领导同意,再"}报局主要领导审签。`,
  "tuodong.meals-over": (v) => `${v.meals}餐不能都报:每天最多补助${v.most}餐,${v.days}天只能报${v.paid}餐。`,
  "tuodong.taxi-over": (v) =>
    `出租车花了${v.spent}元,超出的${v.own}元不能报:每天最多${v.taxi}元,${v.days}天最多报${v.paid}元。`,
  "tuodong.taxi-each-day": (v) => `市内交通费按天封顶,每天最多${v.taxi}元,请分天核对票据。`,
  "tuodong.taxi-refused": () => "单位提供了交通工具的,不符合报销出租车费的条件,打车费不能报。",
  "tuodong.area": (v) => `${v.reading}`,

  // class
  "class.allowed": (v) =>
    `${v.senior ? "厅级以及相当职务人员" : "其余人员(非厅级)"}可以乘坐${v.allowed},凭据报销;超出等级的部分由个人自理。`,
  "class.within": (v) => `可以报:${v.seat}没有超出规定等级(${v.allowed}),凭据报销。`,
  "class.above": (v) =>
    `不能全报:${v.seat}超出了规定等级,只能按${v.allowed}报销,两者票价的差额由个人自理。告诉我两种票价各是多少,就能算出差价。`,
  "class.excess": (v) =>
    v.over === 0
      ? `个人不用掏钱:${v.seat}虽然超出规定等级(${v.allowed}),票价没有超支,按实际的${v.covered}元报销。`
      : `个人自理${v.over}元:${v.seat}超出了规定等级,只能按${v.allowed}的票价报${v.covered}元,超支部分不能报。`,
  "class.flight": (v) =>
    `坐飞机要路途较远或任务紧急,不分级别都是普通舱(经济舱);${v.leads ? "" : "先报分管局领导同意,再"}经局主要领导批准。`,
  "class.taxi": () =>
    "出租车费不能作为城市间交通费报:乘坐等级表的“其他交通工具”不包括出租小汽车;当地打车已含在公杂费里,不得另行报销。",
  "class.cruise": () => "游轮不在规定范围内,不能按等级表报销:等级表里的轮船不包括游轮。",
  "class.road": () => "汽车(大巴、客车等)不分等级,凭据报销;不包括出租小汽车。",
  "class.insurance": (v) =>
    Number(v.insurances) === 0
      ? `最多可以报${v.most}份:乘坐飞机、火车、轮船等,每人次可购买${v.each}份交通意外保险。`
      : `可以报:乘坐飞机、火车、轮船等,每人次可购买${v.each}份交通意外保险,共${v.insurances}份没有超出。`,
  "class.insurance-over": (v) =>
    `只能报${v.most}份:每人次可购买${v.each}份交通意外保险,买了${v.insurances}份,多出的不能报。`,
} satisfies Record<string, Sentence>;
