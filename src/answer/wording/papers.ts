/**
 * Words on a printed paper (打印件): what stands round the fields, under the signatures and at the foot.
 *
 * They stand as they are printed: no reply's typesetting passes over them. Headings, blanks to sign and what is to be attached are the documents' words, in data/papers.
 */
import type { OfficeRequest } from "../../requests/request.ts";

/** Where a request that is not approved stands, on top of its paper: it must not pass for one that is. */
const standing = {
  draft: "草稿 · 未提交",
  submitted: "审批中 · 未批准",
  rejected: "已驳回 · 不作凭据",
  withdrawn: "已撤回 · 不作凭据",
  cancelled: "已取消 · 不作凭据",
} satisfies Record<Exclude<OfficeRequest["status"], "approved">, string>;

export const paperWords = {
  standing,
  unit: (name: string) => `填报单位：${name}`,
  filedOn: (day: string) => `填报日期：${day}`,
  number: (id: string) => `编号：${id}`,
  /** 2026-11-23 → 2026年11月23日. */
  day: (date: string) => {
    const [year, month, day] = date.split("-").map(Number);
    return `${year}年${month}月${day}日`;
  },
  requester: "申请人",
  returned: "退回修改 · 未批准",
  amendedBy: (id: string) => `已被 ${id} 取代 · 不作凭据`,
  basis: "依据的申请",
  amends: "变更的申请",
  remark: "补充说明",
  closed: "出差结束日期",
  attachments: "附件",
  attachment: (item: string) => `□ ${item}`,
  opinion: (role: string) => `${role}\n意见`,
  /** Where no clause and no directory names anybody: whoever it is shown to signs here. */
  nobodyNamed: "领导意见",
  agreed: "同意",
  takenIn: "已受理",
  rejected: (reason: string) => `驳回。原因：${reason}`,
  passedOn: "本人就是这一步的审批人，转下一步办理",
  unreached: "（没有办到这一步）",
  decidedBy: (post: string) => `（登记簿：${post}）`,
  sign: "签字：",
  blankDay: "　　　年　　月　　日",
  claim: {
    columns: ["项目", "批准", "标准", "报销", "超出", "说明"],
    total: "合计",
    formal: (words: string) => `（大写）${words}`,
  },
  notes: {
    sources: (sources: string) => `依据：${sources}。`,
    former: (sources: string) => `提交时依据的旧版条文（现行文件里已没有，不再适用）：${sources}。`,
    headingOurs: "制度没有规定这份书面申请的名称和格式，标题和格式为本系统所拟。",
    moved: "出处已变，待核：这份格式依据的条文在现在的文件里找不到了，用前请办公室确认。",
    fromLog: "意见和日期取自登记簿，签字由本人手写；没有手写签字的，不作凭据。",
  },
} as const;
