/**
 * Slots (待填项): every fact that a rule or a form can need, each with the shape that a border checks.
 *
 * Takes    nothing. Returns the schemas, and the Facts type made from them.
 * Leaves   reading a slot out of a message to dialogue/, its Chinese label and question to answer/wording.
 *
 * One definition for the dialogue, the rules, the forms and (later) a model's tools: a slot is added here and nowhere else.
 */
import { z } from "zod";
import { regions } from "../lib/places.ts";

const count = z.number().int().nonnegative();
const days = z.number().nonnegative();
const isoDate = z.iso.date();
const yuan = z.number().nonnegative();
const points = z.number().nonnegative();
const words = z.string().min(1).max(200);

/** Posts as the leave and signing clauses divide them (一、(十)2, 三、(三)9, 三、(四)1). */
export const grades = [
  "staff", // 科(室、处、中心)人员
  "deputy-section", // 局中层副职
  "section-head", // 局中层正职
  "leader", // 局领导班子成员
  "bureau-head", // 局长
  "driver", // 驾驶员
  "branch-staff", // 驻外分局工作人员
  "branch-head", // 驻外分局局长
  "department-rank", // 厅级以及相当职务人员
  "liaison-staff", // 驻外办事机构其他工作人员(邢台)
  "liaison-director", // 驻外办事机构主任(邢台)
] as const;
export type Grade = (typeof grades)[number];

export { type Region, regions } from "../lib/places.ts";

export const stop = z.object({ place: words, region: z.enum(regions), days: count.optional() });
/** One place of a trip, with the days spent there where the person said so. */
export type Stop = z.infer<typeof stop>;

const names = z.array(z.string().min(1).max(24)).max(60);
const rosterRow = z.object({ day: isoDate, leaders: names, heads: names, others: names, unsaid: names });
/** Who stands on one day of a roster; `unsaid` are names without a word of what they are. */
export type RosterRow = z.infer<typeof rosterRow>;
/** What the clauses name a claim (三、(四)1 to 6, 三、(二)3.5)); anything else keeps the name it was told by. */
export const claimLabels = [
  ...(["城市间交通费", "住宿费", "伙食补助费", "公杂费", "交通意外险", "市内交通费", "通讯费"] as const),
  ...(["餐费", "酒水", "其他"] as const),
] as const;
export type ClaimLabel = (typeof claimLabels)[number];
/** Of these it matters what was taken: fares by train are one line, those by coach another. */
export const byVehicle: ReadonlySet<string> = new Set<ClaimLabel>(["城市间交通费", "市内交通费"]);

const transport = z.enum([
  ...(["飞机", "高铁", "动车", "火车", "大巴", "轮船", "出租车", "自驾", "单位派车", "接待单位派车"] as const),
]);

/** One line of a reimbursement: its label, the sum, the word it was said with (高铁票), and what was taken where that tells. */
export const claimLine = z.object({
  label: words,
  yuan,
  said: words.optional(),
  transport: transport.optional(),
  whole: z.literal(true).optional(), // a name of the whole trip: 出差包干费
});
export type ClaimLine = z.infer<typeof claimLine>;

/** What stands in `basis` where there is no paper to stand on. */
export const noBasis = "none";

export const slots = {
  matter: words, // what is asked about, in the asker's own words

  // who
  grade: z.enum(grades),
  people: count,
  countyRank: z.boolean(), // the asker's own rank is 副县级及以上, from the directory
  allCountyRank: z.boolean(), // 出差人全部为副县级及以上, told of several travellers

  // when
  start: isoDate,
  end: isoDate,
  startHalf: z.enum(["am", "pm"]),
  endHalf: z.enum(["am", "pm"]),
  days,
  nights: count,
  asOf: isoDate,
  inForceOn: isoDate, // the day whose figures are asked for, where no day of the matter was said: 去年3月
  mealTime: z.enum(["早餐", "午餐", "晚餐"]),

  // leave and attendance
  leaveType: z.enum(["事假", "病假", "年休假", "探亲假", "婚假", "产假", "陪产假", "丧假"]),
  reason: words,
  hospital: z.enum(["市级以上", "县级", "乡镇", "诊所", "民营", "未说明"]),
  lateness: z.enum(["late", "early"]), // 上班超过 / 下班提前
  minutes: count,
  absent: z.boolean(), // 不假不到岗、擅自离岗、超假不续假
  penalty: z.boolean(), // asks how much money it costs
  daysOff: count, // weekends and holidays inside the span
  selfSigned: z.boolean(), // wants to sign their own leave

  // travel
  destination: z.array(stop).min(1),
  stopDays: z.array(count).min(1), // days at each place of `destination`, in its order
  asks: z.enum(["both", "meal", "sundries", "lodging", "total", "excess", "votes", "away"]), // the part asked about: 伙食补助、公杂费、住宿、总额、自理部分、几票通过、离开的天数
  perDay: z.boolean(), // asks for the rate of one day, not for a sum
  hostMeals: z.boolean(), // 接待单位统一安排用餐
  hostLodging: z.boolean(), // 接待单位统一安排住宿
  transport,
  seat: words, // the class as said: 一等座, 头等舱, 软卧 …
  unitCar: z.boolean(), // 所在单位提供交通工具
  overnight: z.boolean(),
  invoice: z.boolean(), // 有住宿发票
  purpose: words,
  fareStandard: yuan, // fare of the class one may take
  farePaid: yuan,
  tuodongMeals: count,
  taxiPaid: yuan,
  taxiFares: z.array(yuan).min(1), // what each day's taxi cost, where several days are told
  insurances: count,

  // training
  training: z.boolean(),
  trainingBoard: z.enum(["host-pays", "fee-to-host", "own"]), // 举办单位统一解决 / 统一缴纳 / 没有统一解决

  // reception
  category: z.enum(["公务", "商务"]),
  letter: z.boolean(),
  contactRecord: z.boolean(), // 电话记录、邮件
  guests: count,
  hosts: count,
  hostsAtLimit: z.boolean(), // 按上限配陪同
  guestsFrom: words,
  attending: z.enum(["city-leader", "county-or-below", "between"]), // 有市领导 / 县级及以下 / 之间
  alcohol: z.boolean(),
  meals: count,
  perHead: yuan,
  outsideCity: z.boolean(),
  menu: words,

  // vehicles, money, papers
  vehicleUse: words,
  noPublicTransport: z.boolean(), // 公共交通尚未覆盖
  crossRegion: z.boolean(),
  emergency: z.boolean(),
  longTerm: z.boolean(),
  withinStandard: z.boolean(), // 不超标的车
  retainedCarBusy: z.boolean(),
  times: count, // how often something happened (延误 …)
  amount: yuan,
  limit: yuan,
  item: words,
  copies: count,
  claim: z.enum(["接待费", "差旅费", "其他"]), // what a reimbursement is for
  claims: z.array(claimLine).min(1), // its lines: 城市间交通费 236, 住宿费 640 …
  basis: words, // the id of the request that this one stands on, or `noBasis`
  dueBack: isoDate, // the first day at work after a leave, as it was approved
  unapproved: z.boolean(), // the leave that is returned from was not approved yet
  workdaysApart: z.number().int().min(0), // working days between the day due back and the day back

  // meetings, offices away
  members: count,
  present: count,
  appointments: z.boolean(), // 讨论决定人事任免
  heldOn: isoDate, // the day of the meeting
  attendancePoints: points, // 出勤情况
  readingPoints: points, // 自学书目及全年内容
  discussionPoints: points, // 讨论发言和学习记录
  paperPoints: points, // 调查研究或心得体会文章
  published: count, // 公开发表的文章
  daysAtPost: count,
  daysAway: count, // 离开驻地的天数
  taskDone: z.boolean(),
  deputy: words, // the staff id of whoever is to decide in one's stead
  deputyPost: words, // and the post they are called by
  reported: count, // 信息条数
  months: count, // over how many months
  gathering: z.enum(["党组会", "党组会研究党建", "局长办公会", "民主生活会", "中心组集中学习", "党组会议学法"]),
  held: count, // how often it was held so far: 只开了2次
  handedIn: isoDate, // the day a report was or will be handed in

  // the duty roster
  dutyDays: z.array(isoDate).min(1).max(62), // the days to be filled, in order
  holiday: words, // whose days they are, or would be, of that year
  holidayYear: count,
  holidayDays: count, // how long it is said to be: 春节7天
  workdays: count, // those of the days on which people work
  leaders: names, // 局(会)领导
  heads: names, // 科(室、处、中心)负责人
  others: names, // 普通职工
  unplaced: names, // named without a word of what they are
  lastOnDuty: names, // who closed the roster before
  firstOnDuty: names, // who opens this one
  roster: z.array(rosterRow).min(1).max(62), // a roster that exists, to be checked
  checks: z.boolean(), // a roster is to be checked, not drawn up
  directory: z.array(z.object({ post: words, grade: z.enum(grades) })), // the office's own people, from the staff directory
  month: z.string().regex(/^\d{4}-\d{2}$/), // the one calendar month told of: 上个月, 10月
  year: z.string().regex(/^\d{4}$/), // 去年, 2025年
  foreignMoney: z.boolean(), // the sum was told in dollars and the like
  tallied: count, // 信息条数 that the log holds of the month; never out of a message
  raised: yuan, // 引资额 that the log holds of the year; never out of a message
} satisfies Record<string, z.ZodType>;

export type SlotName = keyof typeof slots;
/** What is known so far: any part of the slots. */
export type Facts = { readonly [Name in SlotName]?: z.infer<(typeof slots)[Name]> | undefined };
export const slotNames = Object.keys(slots) as readonly SlotName[];
/** Facts from outside (a stored conversation, a model), checked. */
export const factsShape = z.object(slots).partial();

/** 2.5个客人, 半晚, 10^22个客人: what a slot does not allow is not taken in, so that it is asked for. */
export function allowed(found: Readonly<Partial<Record<SlotName, unknown>>>): Facts {
  const fits = (slot: SlotName) => found[slot] === undefined || slots[slot].safeParse(found[slot]).success;
  return Object.fromEntries(Object.entries(found).filter(([slot]) => fits(slot as SlotName)));
}
