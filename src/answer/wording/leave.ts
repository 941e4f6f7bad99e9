/**
 * What is said about leave and its certificate (请假): one sentence a finding of rules/leave.ts and leave-certificate.ts.
 *
 * The approvers' names stand here and in data/routes; test/rules/leave.test.ts holds the two together.
 */
import { type Sentence, spellDate, type Values } from "./sentence.ts";

const asked = ({ days, minutes, leaveType }: Values) =>
  minutes === undefined ? `请${days}天${leaveType}` : `请${minutes}分钟${leaveType}`;

export const leaveWording = {
  "leave.staff-alone": (v) =>
    `${asked(v)},向科长(主任、秘书长)请假就行:${v.alone}天以内(含${v.alone}天)由科长(主任、秘书长)同意。`,
  "leave.staff-two-steps": (v) =>
    `${asked(v)},光科长同意不够:先经科长(主任、秘书长)同意,再报分管局领导批准(${v.twoSteps}天以上,含${v.twoSteps}天)。`,
  "leave.staff-gap": (v) => `${asked(v)}:${v.reading}也就是先经科长(主任、秘书长)同意,再报分管局领导批准。`,
  "leave.section-head-alone": (v) =>
    `${asked(v)},向分管局领导请假就行:局中层正职${v.alone}天以内(含${v.alone}天)由分管局领导批。`,
  "leave.section-head-two-steps": (v) =>
    `${asked(v)},先经分管局领导同意,再报局长批准(局中层正职,${v.twoSteps}天以上,含${v.twoSteps}天)。`,
  "leave.section-head-gap": (v) => `${asked(v)}:${v.reading}也就是先经分管局领导同意,再报局长批准。`,
  "leave.leader": (v) =>
    `要向局长请假:局领导班子成员一律向局长请假,不论几天,半天也一样${v.leaveType === "病假" ? "。病假程序同事假" : ""}。`,
  "leave.driver": (v) =>
    `驾驶员${v.leaveType === "事假" ? "请假" : `请${v.leaveType}`},报局办公室同意,并把车钥匙及有关证件交局办公室。`,
  "leave.driver-tiers": (v) => `${v.reading}`,
  "leave.bureau-head": (v) => `${v.reading}`,
  "leave.branch": (v) => `${v.reading}`,
  "leave.grade-not-named": (v) => `${v.reading}`,
  "leave.statutory": (v) => `${v.leaveType}:${v.reading}`,
  "leave.deputy-section": (v) => `${v.reading}`,
  "leave.sick-section-head": (v) => `${v.reading}`,
  "leave.self-signed": () => "不能:自己的假不能由自己批,要由制度写明的领导同意。",
  "leave.certificate-needed": (v) => `病假${v.from}天(含${v.from}天)以上,需要市级以上医院的医疗证明。`,
  "leave.certificate-not-needed": (v) =>
    `病假${v.days}天,不到${v.from}天,制度不要求医疗证明;${v.from}天(含${v.from}天)以上才需要市级以上医院的医疗证明。`,
  "leave.certificate-counts": (v) =>
    `可以用:病假${v.from}天(含${v.from}天)以上需要市级以上医院的医疗证明,市级以上医院开的符合要求。`,
  "leave.certificate-private": (v) =>
    `要看这家医院的级别:病假${v.from}天(含${v.from}天)以上需要市级以上医院的医疗证明。${v.reading}`,
  "leave.part-day": (v) => `${v.reading}`,
  "leave.certificate-refused": (v) =>
    `不能用:病假${v.from}天(含${v.from}天)以上需要市级以上医院的医疗证明,${place(v.hospital)}不算市级以上。`,
  "leave.afterwards": () => "假已经休了的,属特殊情况可以事后补办相关手续,请尽快补。",
  "leave.days-off-inside": (v) => `起止之间有${v.daysOff}天周末或节假日,没有算进请假天数。${v.reading}`,
  "leave.papers": () => "请假要写书面申请,领导签署意见核准后再休;请假、销假都要报办公室备案。",
  "leave.end-before-start": (v) =>
    `起止日期反了:结束${spellDate(v.end)}早于开始${spellDate(v.start)},请重新说一下哪天到哪天。`,
  "leave.no-days": () => "请假天数不能是0,请说一下请几天。",

  // returning
  "leave-return.late": (v) =>
    `按这次假应在${spellDate(v.dueBack)}回来上班,实际${spellDate(v.end)}才回来,晚了${v.days}天${v.days === v.workdays ? "" : `(其中工作日${v.workdays}天)`}:超假不续假的,按旷工论。办过续假的请附续假的审批。`,
  "leave-return.early": (v) => `比请的假早回来:原定${spellDate(v.dueBack)}上班,${spellDate(v.end)}就回来了。`,
  "leave-return.in-time": (v) =>
    v.approved
      ? "按批准的假期按时回来上班,由科长(主任、秘书长)汇总报办公室备案。"
      : "回来上班是按时的;这次假批准以后,由科长(主任、秘书长)汇总报办公室备案。",
  "leave-return.unapproved": () => "这次假还没有批准。可以先登记回来的日子;请提醒领导把假批了,没有批准的不算准假。",
  "leave-return.not-yet": (v) => `${spellDate(v.end)}还没有到,回来上班以后再销假。`,
  "leave-return.before-leave": (v) =>
    `回来上班的日子(${spellDate(v.end)})早于这次假开始的日子(${spellDate(v.start)}),请核对是哪一天、哪一次假。`,
} satisfies Record<string, Sentence>;

const place = (hospital: Values[string] | undefined) => (hospital === "诊所" ? "诊所" : `${hospital}医院`);
