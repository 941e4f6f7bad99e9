/**
 * How each slot (待填项) is named on a card, asked for, and shown. The compiler asks for the one that is missing.
 */
import type { RequestType } from "../../requests/request.ts";
import type { SlotName } from "../../rules/slots.ts";

export interface SlotWords {
  readonly label: string;
  readonly ask: string;
}

export const slotWords = {
  grade: { label: "职务", ask: "请问是哪一级人员?(如:科员、科长、局领导班子成员、驾驶员)" },
  people: { label: "出行人数", ask: "一共几个人去?" },
  countyRank: { label: "本人为副县级及以上", ask: "您本人是副县级及以上干部吗?" },
  allCountyRank: { label: "全部为副县级及以上", ask: "出差的人是不是全部为副县级及以上干部?" },
  start: { label: "开始日期", ask: "请问从哪天到哪天?(如:下周二到周四;只有一天就说那一天)" },
  end: { label: "结束日期", ask: "请问到哪天结束,或者一共几天?" },
  startHalf: { label: "起始半天", ask: "请问是上午还是下午?(半天从哪一半算)" },
  endHalf: { label: "结束半天", ask: "最后一天到上午还是下午为止?" },
  days: { label: "天数", ask: "请问一共几天?" },
  nights: { label: "住宿晚数", ask: "要住几晚?" },
  asOf: { label: "截至日期", ask: "请问截至哪天?" },
  mealTime: { label: "餐次", ask: "是午餐还是晚餐?" },
  leaveType: { label: "请假类别", ask: "请问请的是哪种假?(事假、病假、年休假、探亲假、婚假、产假)" },
  reason: { label: "事由", ask: "请问是什么事由?" },
  hospital: { label: "医院级别", ask: "证明是哪一级医院开的?" },
  lateness: { label: "情形", ask: "是上班迟到,还是下班提前走?" },
  minutes: { label: "分钟", ask: "晚到(或早走)了多少分钟?" },
  absent: { label: "擅自离岗", ask: "是没有请假就没到岗吗?" },
  penalty: { label: "处罚", ask: "问的是处罚吗?" },
  daysOff: { label: "其中周末和节假日", ask: "其中有几天是周末或节假日?" },
  selfSigned: { label: "自己签字", ask: "是自己批自己的假吗?" },
  destination: { label: "目的地", ask: "请问去哪里(目的地)?" },
  stopDays: { label: "各地天数", ask: "在每个地方各待几天?" },
  asks: { label: "所问项目", ask: "问的是伙食补助还是公杂费?" },
  perDay: { label: "按天", ask: "问的是一天的标准吗?" },
  hostMeals: { label: "接待单位供餐", ask: "对方单位统一安排用餐吗?" },
  hostLodging: { label: "接待单位安排住宿", ask: "对方单位统一安排住宿吗?" },
  transport: { label: "交通工具", ask: "请问坐什么交通工具?(如:高铁、大巴、飞机、单位派车)" },
  seat: { label: "席别", ask: "坐的是什么等级的座位?" },
  unitCar: { label: "单位派车", ask: "单位派车吗?" },
  overnight: { label: "住宿", ask: "要在当地住宿吗?(市内县区出差,住宿要另经局主要领导同意)" },
  invoice: { label: "住宿发票", ask: "有住宿发票吗?" },
  purpose: { label: "事由", ask: "请问是什么任务(事由)?" },
  fareStandard: {
    label: "规定等级票价",
    ask: "请问规定等级(如二等座、经济舱)的票价是多少钱?知道两种票价,才能算出差额。",
  },
  farePaid: { label: "实际票价", ask: "请问实际票价和规定等级的票价各是多少钱?" },
  tuodongMeals: { label: "误餐顿数", ask: "在外面吃了几顿?" },
  taxiPaid: { label: "出租车费", ask: "打车一共花了多少钱?" },
  taxiFares: { label: "每天出租车费", ask: "每天打车各花了多少钱?" },
  insurances: { label: "保险份数", ask: "买了几份交通意外保险?" },
  training: { label: "培训", ask: "是参加培训吗?" },
  trainingBoard: {
    label: "培训食宿",
    ask: "培训期间的食宿怎么安排?(举办单位统一解决;统一向举办单位缴费;没有统一解决)",
  },
  category: { label: "接待类别", ask: "请问是公务接待还是商务接待?" },
  letter: { label: "公函(来函)", ask: "对方有公函(来函)吗?" },
  contactRecord: { label: "电话记录或邮件", ask: "没有来函的话,有邀请考察的电话记录或邮件吗?" },
  guests: { label: "客人人数", ask: "请问来几位客人?" },
  hosts: { label: "陪同人数", ask: "请问我们这边几个人陪同?" },
  hostsAtLimit: { label: "按上限陪同", ask: "陪同人数按上限配吗?" },
  guestsFrom: { label: "来宾单位", ask: "客人来自哪个单位?" },
  attending: { label: "出席领导", ask: "有市领导出席吗,还是县级及以下人员出席?" },
  alcohol: { label: "提供酒类", ask: "要提供酒吗?" },
  meals: { label: "用餐次数", ask: "一共安排几餐?" },
  perHead: { label: "人均", ask: "人均多少钱?" },
  outsideCity: { label: "在市外接待", ask: "是在市外接待吗?" },
  menu: { label: "菜单", ask: "准备安排哪些菜品?" },
  vehicleUse: { label: "用车事由", ask: "请问用车做什么?" },
  noPublicTransport: { label: "公共交通未覆盖", ask: "去的地方公共交通是不是到不了?" },
  crossRegion: { label: "跨地区", ask: "是跨地区吗?" },
  emergency: { label: "抢险或突发事件", ask: "是抢险救灾或处置突发事件吗?" },
  longTerm: { label: "长期租用", ask: "是长期租用吗?" },
  withinStandard: { label: "车辆符合配备标准", ask: "车辆符合公务用车配备标准吗?" },
  retainedCarBusy: { label: "保留车辆不能满足", ask: "局里的保留车辆是不是都安排不开?" },
  times: { label: "次数", ask: "一共几次?" },
  amount: { label: "金额", ask: "请问金额是多少?" },
  limit: { label: "限额", ask: "请问限额是多少?" },
  item: { label: "事项", ask: "请问是什么事项(文件、用品或费用)?" },
  claims: { label: "报销明细", ask: "请问报哪几项,各多少钱?(如:高铁票236、住宿640、伙食补助300、公杂费150)" },
  basis: { label: "依据", ask: "请问是下面哪一份?(说第几条,或者说地点、日期;都不是就说“都不是”)" },
  dueBack: { label: "应当上班的日期", ask: "按批准的假,哪天应当上班?" },
  copies: { label: "份数", ask: "一共几份?" },
  claim: { label: "报销类别", ask: "报的是接待费、差旅费,还是其他费用?" },
  members: { label: "成员人数", ask: "党组一共有几名成员?" },
  present: { label: "到会人数", ask: "到会几个人?" },
  appointments: { label: "讨论人事任免", ask: "讨论人事任免吗?" },
  heldOn: { label: "开会日期", ask: "会是哪天开的?" },
  attendancePoints: { label: "出勤得分", ask: "出勤得了多少分?" },
  readingPoints: { label: "自学得分", ask: "自学书目及内容得了多少分?" },
  discussionPoints: { label: "发言和记录得分", ask: "讨论发言和学习记录得了多少分?" },
  paperPoints: { label: "文章得分", ask: "调查研究或心得体会文章得了多少分?" },
  published: { label: "公开发表篇数", ask: "公开发表了几篇文章?" },
  daysAtPost: { label: "在驻地天数", ask: "今年到目前为止,您已经在驻地待了多少天?" },
  daysAway: { label: "离开驻地天数", ask: "今年一共离开驻地多少天?" },
  taskDone: { label: "完成年度任务", ask: "今年的年度任务完成了吗?" },
  months: { label: "月数", ask: "一共几个月?" },
  handedIn: { label: "报送日期", ask: "是哪天报送的?" },
  reported: { label: "已报条数", ask: "这个月已经报了几条信息?" },
} satisfies Record<SlotName, SlotWords>;

/** A slot means something of its own on these forms: the end of a 销假 is the day one was back. */
const onForm: Readonly<Partial<Record<RequestType, Readonly<Partial<Record<SlotName, Partial<SlotWords>>>>>>> = {
  "leave-return": {
    end: { label: "回来上班", ask: "请问是哪天回来上班的?" },
    basis: { ask: "请问销的是下面哪一次假?(说第几条,或者说日期、假别)" },
  },
  "reception-list": {
    guestsFrom: { label: "接待对象", ask: "请问接待的是哪个单位的客人?" },
    start: { label: "接待日期", ask: "请问是哪天接待的?" },
    guests: { ask: "请问实际来了几位客人?" },
    hosts: { ask: "请问实际几个人陪同?" },
    purpose: { label: "公务活动", ask: "请问是什么公务活动?(如:考察调研、学习交流、检查指导)" },
    amount: { label: "接待费用", ask: "请问实际花了多少钱?" },
  },
  "major-matter": {
    item: { ask: "请问是什么事?请把事情说清楚。" },
    start: { label: "时间", ask: "请问是哪天的事(已经发生,或者定在哪天)?" },
    emergency: { label: "情况紧急" },
  },
  reimbursement: {
    item: { ask: "请问报哪几项,各多少钱?(如:高铁票236、住宿640、伙食补助300、公杂费150;只有一项就说那一项)" },
    amount: { ask: "请问金额是多少?可以一项一项说(如:高铁票236、住宿640),也可以只说一个总数。" },
  },
};

/** The words of a slot, as its form uses it. */
export const wordsOf = (slot: SlotName, type?: RequestType): SlotWords => ({
  ...slotWords[slot],
  ...(type === undefined ? {} : onForm[type]?.[slot]),
});
