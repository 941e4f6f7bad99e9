/**
 * What a message tells beside the name of its form: 报告重大事项:工地塌了 tells that 工地塌了, 盖章,框架协议3份 the 框架协议.
 *
 * Takes    the message as it was typed and folded, and its days. Returns the words as they were typed, private numbers masked.
 * Leaves   judging them to people. A bare day, a count or a word of asking tells nothing.
 */
import type { TimeReading } from "../lib/chinese-time/reading.ts";
import { masked } from "../lib/mask.ts";

interface Heard {
  readonly folded: string;
  readonly text: string;
  readonly times: readonly TimeReading[];
}

type Span = readonly [number, number];

const asking =
  /^(?:那|我|要|想|得|快|赶紧|麻烦|请|帮我|给我|替我|给领导|向领导|赶快|先|你好|您好)*(?:报告?|上报|汇报|填|报一下|起个报告|写个报告|请示)?(?:一下|一哈|个|吧|嘛|了)?$/u;
const urgent = /紧急|急办|火急|特急|加急|[很太好]急|急事|急得很|来不及/u;

export const isUrgent = (folded: string): boolean => urgent.test(folded);

const matterNamed =
  /^(?:那|我们?|要|想|得|需要|有|快|赶紧|麻烦|请|帮我|给我|向领导|先|现在|填写?|写|起|报告?|上报|汇报|请示|一?[个件项条份]|一下|紧急|的|\s)*(?:重大(?:事项|问题|情况|事件)|突发事件)(?:和问题)?(?:请示|报告|上报|汇报|要|得|需要|想|给领导|向领导|一下|一哈|的|吧|嘛|了|哈|\s)*/u;
const matterInside = /重大(?:事项|问题|情况|事件)|请示报告|^\s*突发事件(?:要)?(?:上报|报告|汇报)?\s*$/u;
/** 重大事项报告的范围 is a topic. */
const topic = /^(?:范围|程序|流程|制度|规定|要求|办法|内容|标准|时限|原则|表格?|单|是|怎么|咋|找|谁|由|有哪|包括|指)/u;

/** What happened: from the first part that tells something to the last one. */
export function matterTold({ folded, text, times }: Heard): string | undefined {
  const tells = parts(folded).flatMap(([from, to]): Span[] => {
    const part = folded.slice(from, to);
    const named = matterNamed.exec(part)?.[0].length ?? 0;
    const rest = part.slice(named).trim();
    if (named > 0)
      return rest.length >= 5 && !topic.test(rest) ? [[to - part.slice(named).trimStart().length, to]] : [];
    const passing = asking.test(rest) || matterInside.test(rest) || (urgent.test(rest) && rest.length < 8);
    return passing || isDay([from, to], folded, times) ? [] : [[from, to]];
  });
  const [first, last] = [tells[0], tells.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const words = text.slice(first[0], last[1]).trim();
  return words.length >= 4 ? masked(words.slice(0, 150)) : undefined;
}

const stamp =
  "(?:(?:盖|用|加盖)(?:一下|一?个|上)?(?:我们|咱们?)?(?:局|单位|公|办公室|贸促会|党组|法人|合同|财务)*(?:章|印)|盖一下)";
const led = /^(?:那|我们?|要|想|得|需要|有|麻烦|请|帮我|给我|把|给|在|去|一?[个件项份]|现在|\s)+/u;
const stampBehind = new RegExp(`^(.{2,40}?)(?:上)?(?:要|想|需要|得|去|申请|麻烦|帮我|\\s)*${stamp}`, "u");
const stampAlone = new RegExp(
  `^(?:申请)?(?:${stamp}|用印)(?:申请|审批)?(?:单|表)?(?:的)?(?:一下|吧|嘛|哈)?(?:文件)?(?:是|为)?\\s*`,
  "u",
);
const count = /[\s,、]*(?:一式|一共|共)?[\d一二两三四五六七八九十]{1,4}(?:份|张|套|件)$/u;

/** The paper to be sealed: what stands before or behind the word for sealing it. */
export function paperTold({ folded, text, times }: Heard): string | undefined {
  const spans = parts(folded);
  if (!spans.some(([from, to]) => /[章印]/u.test(folded.slice(from, to)))) return undefined;
  for (const [from, to] of spans) {
    const part = folded.slice(from, to);
    const start = led.exec(part)?.[0].length ?? 0;
    const rest = part.slice(start);
    const alone = stampAlone.exec(rest)?.[0].length;
    const before = alone === undefined ? stampBehind.exec(rest)?.[1] : undefined;
    const words = before ?? rest.slice(alone ?? 0);
    const paper = words.replace(count, "").trim();
    const named = /[\u4e00-\u9fffa-z]{2}/u.test(paper) && !asking.test(paper) && !stampTopic.test(paper);
    const at = from + start + (before === undefined ? (alone ?? 0) : 0);
    if (named && !isDay([from, to], folded, times))
      return masked(
        text
          .slice(at, at + words.length)
          .trim()
          .slice(0, paper.length),
      );
  }
  return undefined;
}

const stampTopic =
  /^(?:申请|审批|流程|手续|登记|制度|规定|办法|管理|一下|要求|权限|单子?|表)|^(?:一式)?[\d一二两三四五六七八九十]+(?:份|张|套)|公章|印章|急用|谢谢|尽快|今天|^(?:你好|您好)/u;

/** The parts between commas and stops. */
const parts = (folded: string): Span[] =>
  [...folded.matchAll(/[^,。;:!?\n]+/gu)].map(({ index, 0: part }) => {
    const from = index + part.length - part.trimStart().length;
    return [from, from + part.trim().length];
  });

/** 今天上午10点: nothing but a day. */
function isDay([from, to]: Span, folded: string, times: readonly TimeReading[]): boolean {
  const left = [...Array(to - from).keys()]
    .map((at) => from + at)
    .filter((at) => !times.some(({ span }) => span[0] <= at && at < span[1]))
    .map((at) => folded.charAt(at))
    .join("");
  return left.replace(/[\s的在是]|上午|下午|早上|晚上|中午/gu, "") === "";
}
