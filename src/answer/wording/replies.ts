/**
 * Sentences of the conversation itself: what is asked, confirmed, filed, decided, refused. Polite, short, the answer first.
 *
 * Rules have tables of their own beside this file; a slot's label and question stand in slots.ts.
 */

import type { PolicyDocument } from "../../policy/document.ts";
import type { OfficeRequest, RequestType } from "../../requests/request.ts";

export const typeName = {
  leave: "请假",
  "leave-return": "销假",
  travel: "出差审批",
  reception: "接待方案",
  "reception-list": "公务接待清单",
  liquor: "用酒审批",
  vehicle: "租车审批",
  reimbursement: "费用报销",
  seal: "用印申请",
  "major-matter": "重大事项报告",
  tally: "任务登记",
  deputation: "委托代理",
} satisfies Record<RequestType, string>;

export const statusName = {
  draft: "草稿",
  submitted: "审批中",
  approved: "已批准",
  rejected: "已驳回",
  withdrawn: "已撤回",
  cancelled: "已取消",
} satisfies Record<OfficeRequest["status"], string>;

export const stepStatusName = { pending: "待审批", approved: "已同意", rejected: "已驳回", skipped: "已跳过" };

const otherKind: Readonly<Record<PolicyDocument["kind"], string>> = {
  regulation: "是其他单位的规定",
  opinion: "是其他地方的意见,不是规定",
  speech: "是讲话里的说法,不是规定",
};

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];
/** 2026-11-30 → 2026年11月30日(周一). */
export const spellDay = (date: string, weekday: number): string => {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日(周${weekdays[weekday - 1]})`;
};

export const said = {
  sourceHeading: "**出处**",
  notes: "说明",
  warnings: "注意",
  total: "合计",
  fieldColumns: "| 项目 | 内容 |",
  halfDay: "半天",
  day: "日期",
  columns: "| 项目 | 金额 | 算式 |",
  claims: {
    columns: "| 项目 | 批准 | 标准 | 报销 | 超出 | 说明 |",
    none: "—",
    overBy: (yuan: number) => `超出${yuan}元`,
    payable: (yuan: string) => `扣除超出部分后 **${yuan}元**`,
  },
  counts: "| 项目 | 数 | 算式 |",
  gap: "—",
  otherUnit: (name: string, kind: PolicyDocument["kind"]) =>
    `您所在单位的文件没有写这方面的规定。以下${otherKind[kind]}(${name}),仅供参考:`,
  notRegulation: {
    opinion: (name: string) => `以下出自意见(${name}),是意见,不是规定:`,
    speech: (name: string) => `以下出自讲话(${name}),是讲话里的说法,不是规定:`,
  },
  documentName: (title: string, issuer: string | null, year: string | undefined) =>
    `《${title}》${[issuer, year === undefined ? undefined : `${year}年`]
      .filter((part) => part !== null && part !== undefined)
      .map((part) => `,${part}`)
      .join("")}`,
  sourceMoved: (sources: readonly { readonly title: string; readonly clause: string; readonly quote: string }[]) =>
    `出处已变,待核:${[...new Set(sources.map(({ title, clause, quote }) => `《${title}》${clause}原来的“${quote}”`))].join("、")}在现在的文件里找不到了。核对以前不按它回答,请找办公室确认。`,
  sideBySide: "几份文件的说法并列如下,其他单位的仅供参考:",
  nowReads: "这一条现在的原文附在下面,供核对。",
  figuresOf: (day: string) => `按${day}当天的标准算。`,
  figuresChanged: (day: string) => `按${day}当天的标准算,现在的标准已经不同。`,
  notInForce: (day: string) => `${day} 这一天适用的标准不在现有文件里,无法计算。`,
  silent: (what: string) => `现有文件没有写明${what}。`,
  silentMoney: "现有文件没有写明具体的金额。",
  silentClock: "现有文件没有写明具体的钟点。",
  silentPerson: "现有文件没有写明具体的人名或联系方式。",
  silentShare: "现有文件没有写明具体的比例。",
  silentPeople: "现有文件没有写明具体的人数。",
  silentTerm: "现有文件没有写明具体的期限。",
  silentDate: "现有文件没有写明具体的日期。",
  silentTimes: "现有文件没有写明具体的次数。",
  silentNumber: "现有文件没有写明具体的数目。",
  nearest: "最接近的规定是:",
  clauseIs: (title: string, clause: string) => `《${title}》${clause}的原文如下:`,
  unknown: "现有文件里没有找到这方面的规定,不能回答,以免误导您。可以换个说法再问,或者问办公室。",
  unknownNear: (where: string) => `现有文件里没有找到直接的规定,不能回答,以免误导您。最接近的是${where},供参考。`,
  compared: (names: readonly (string | undefined)[], totals: readonly number[]) => {
    const most = Math.max(...totals);
    const least = Math.min(...totals);
    if (most === least) return `一样多,都是${most}元。`;
    return `${names[totals.indexOf(most)]}的多:${totals.map((total, at) => `${names[at]}${total}元`).join(",")},相差${most - least}元。`;
  },
  route: (name: string, steps: readonly { role: string; act: string }[]) =>
    `${name}由${steps.map(({ role, act }) => `${role}${act}`).join(",再由")}。`,
  empty: "您好像还没有输入内容。可以直接说要问什么、要办什么,比如:请两天事假谁批?",
  tooLong: (limit: number) => `这条消息太长了(最多${limit}字)。请挑要紧的说,或者分几次发。`,
  unknownPerson: "没有在人员名录里找到您。请联系办公室把您加入名录。",
  broken: (code: string) => `系统出错了,这一步没有做成,请再试一次;还不行请把编号 ${code} 告诉管理员。`,
  logTrouble: {
    locked: "登记簿正被别的程序占用,这一步没有做成,什么也没有丢。请稍等再说一次;一直这样请管理员关掉占用它的程序。",
    full: "磁盘已满,这一步没有登记成功,已登记的没有丢。请管理员清出空间后再说一次。",
    readonly: "登记簿现在只能读、不能写,这一步没有登记成功。请管理员给出写入权限后再说一次。",
    damaged: "登记簿损坏,这一步没有登记成功。请管理员保留原件,从备份恢复。",
    unreachable: "登记簿的数据库暂时连不上,这一步没有做成,已登记的没有丢。请稍等再说一次;一直这样请告诉管理员。",
    uncertain: "登记簿的数据库刚才断开了,这一步不一定登记成功。请稍等,先说“我的申请”看一下;没有登记,再说一次。",
  },
  staleCard: "这张卡片不是最新的,没有照它办理。",
  stale: "刚才有人先改动了这件事,请看一下最新情况再决定。",

  ask: {
    begin: (type: RequestType) => `好的,填${typeName[type]}。`,
    dropped: (type: RequestType) => `刚才没有提交的${typeName[type]}草稿已放下。`,
    resume: (type: RequestType) => `您的${typeName[type]}还没填完,接着来:`,
    later: "这句话里有几件事,一件一件办:这张办完,接着办下一件。",
    dropping: "要放弃这张申请,请说“取消”;要接着办,照常回答就行。",
    unread: "这句里没读出要填或要改的内容。请说是哪一项、改成什么,比如:日期改成下周三。",
    beyond: (told: readonly ("amount" | "venue")[]) =>
      `${told.map((one) => ({ amount: "金额", venue: "地点和房间" })[one]).join("、")}不是这张单子的内容,没有记进去。`,
    resumeConfirm: (type: RequestType) => `您的${typeName[type]}已经填好,还没有提交。回复“确认”提交,“取消”放弃。`,
  },
  dates: {
    "no-such-date": (month: number, day: number) => `日历上没有${month}月${day}日,请再说一下是哪天。`,
    "end-before-start": (start: string, end: string) =>
      `日期好像反了:结束的${end}早于开始的${start},请重新说一下从哪天到哪天。`,
    "no-holiday-data": (year: number) =>
      `${year}年的放假安排还没有公布(手头没有数据),这个日子算不准,请直接说几月几日。`,
    "no-workdays": "这几天是周末或节假日,不用请假。请再说一下要请哪几个工作日。",
    "all-past": "委托要从今天起算,过去的日子不能补。请再说一下从哪天到哪天。",
    "days-apart": "这几天不连在一起,一份假条只报一段:请说这次从哪天到哪天,其余的提交后再报一份。",
    "half-unknown": "请问是上午还是下午?",
    approximate: "大概的天数没法登记,请说准确一点:一共几天,从哪天到哪天?",
  },
  confirm: {
    head: (type: RequestType) => `请核对${typeName[type]}(还没有提交):`,
    since: "还没有提交:这张卡片给您看过以后,登记簿有了变动,请看**注意**一栏,再确认一次。",
    tail: "回复“**确认**”提交,“**取消**”放弃;哪里不对直接说(如:改成下周三)。",
    chain: "审批",
    noChain: "制度没有写明由谁审批,名录里也没有可以受理的人:提交后只作登记,不会有人在这里批,需线下请示办理。",
    intake: "制度没有写明由谁审批,提交后转办公室受理,不会自动找人批。",
    nobody: "(名录里没有此人,需线下办理)",
    own: "(本人就是这一步的审批人,制度没有写由谁代批,名录里也没有可以受理的人,需线下办理)",
    ownPassedOn: "(本人就是这一步的审批人,制度没有写由谁代批,转局办公室)",
    button: "确认提交",
    cancel: "取消",
  },
  nothingToReturn:
    "登记簿里没有您可以销的假:已经销过的、被驳回或撤回的、还没有开始的,都不能销。没有在这里请过的假,请先补报请假,再来销假。",
  heldByAmendment: (what: string) =>
    `${what}有一份变更还在审批,现在不能凭它办。规则:变更批准或者撤回以后,再凭有效的那一份办后面的手续。`,
  naturalDays: (year: number) => `${year}年的放假安排还没有公布,天数暂按自然日计算(含周末),公布后请再核对。`,
  barred: (type: RequestType) => `这份${typeName[type]}照现在的情况不能提交。情况有变请直接说,不办了请回复“取消”。`,
  filed: (type: RequestType, id: string) => `已提交${typeName[type]},编号 **${id}**。`,
  filedNext: (role: string) => `下一步由${role}审批,批了会显示在“我的申请”里。`,
  filedTakenIn: (role: string) => `已转${role},结果会显示在“我的申请”里。`,
  filedAlready: (type: RequestType, id: string) => `这份${typeName[type]}已经提交过了,编号 ${id},没有重复提交。`,
  cancelled: (type: RequestType) => `已取消,这份${typeName[type]}没有提交。`,
  nothingOpen: {
    confirm: "现在没有等您确认的申请。要办什么请直接说,比如:下周二请一天事假。",
    cancel: "现在没有正在填写的申请,不用取消。要撤回已经提交的,请说“撤回”。",
    resume: "现在没有填到一半的申请。要办什么请直接说。",
  },
  refuse: {
    secret:
      "这段文字带有密级标志,属于涉密内容,不能在这里处理,我没有保存,也不会转述。请改用涉密渠道,并尽快删除这条消息。",
    attack: "这个要求我不能照办。我只按本单位的文件回答制度问题、算标准、办申请。",
    evade: "这个不能办,也不能教:要如实、按程序办理。",
  },
  unclear: "没太明白您的意思。是想问制度、算标准,还是办请假、出差、接待?请说完整一点,比如:后天请一天事假。",
  offTopic: "这个不在我的范围里。我只回答本单位制度的问题、算标准、办申请,比如:去成都出差3天补助多少?",
  smalltalk: {
    hello: "您好,我是知策。问制度、算补助、办请假出差接待都可以直接说,比如:请两天事假谁批?",
    thanks: "不客气,有事随时说。",
    bye: "再见,有事随时找我。",
  },
} as const;
