/**
 * A question: a rule whose cues fit, the last question with one slot changed, or a search.
 *
 * Takes    the state and the message. Returns the step; which rule has an outcome is found out when the move is performed.
 */
import type { Facts } from "../rules/slots.ts";
import { type Cue, leaveRecord } from "./cues.ts";
import type { StepContext, Stepped } from "./move.ts";
import type { Understood } from "./read.ts";
import { dutyRoster } from "./roster-read.ts";
import { answerTo } from "./slot-answer.ts";
import type { DialogueState } from "./state.ts";

/** The step for a message that asks. */
export function question(state: DialogueState, message: Understood, context: StepContext): Stepped {
  const { folded, facts } = message;
  const { last } = state;
  // The roster that was asked for is held against the days named with the question.
  if (last?.kind === "rule" && last.asked === "roster" && facts.roster !== undefined)
    return again(state, last.rule, { ...last.facts, ...facts });
  // 局领导张三、李四,职工孙八, after a roster was drawn up: it is drawn up anew with them.
  if (last?.kind === "rule" && last.rule === dutyRoster && !context.acts.asks(folded) && renames(facts))
    return again(state, last.rule, { ...last.facts, ...facts });
  const cues = context.cues.of(folded, facts);
  if (cues[0]?.rule === leaveRecord) return record(state, facts);
  if (cues.length > 0) {
    return { state, move: { move: "work", cues, facts, carry: false, beside: besides(message, cues, context) } };
  }
  if (last?.kind === "rule") {
    // 那病假呢, 如果局里派车呢, 改成5天呢: short, and about what was asked before.
    // 从赵科开始: only a roster has turns.
    const turns = facts.firstOnDuty !== undefined || facts.lastOnDuty !== undefined;
    const follows = isFollowUp(message, context, turns) && Object.keys(facts).length > 0;
    const answer = follows ? {} : answerTo(last.asked, message, context.acts);
    if (answer !== undefined) return again(state, last.rule, { ...last.facts, ...facts, ...answer });
  }
  const likely = message.act === undefined ? context.cues.likely(folded) : [];
  if (likely[0]?.rule === leaveRecord && /假|休|备案/.test(folded)) return record(state, facts);
  if (likely.length > 0) return { state, move: { move: "work", cues: likely, facts, carry: false, beside: [] } };
  if (message.bare) return { state, move: { move: "unclear" } };
  return { state, move: { move: message.act === "off-topic" ? "off-topic" : "search" } };
}

/** Names of one role alone may only be spoken of: 科室负责人是谁. */
const renames = ({ leaders, heads, others }: Facts): boolean =>
  [leaders, heads, others].filter((names) => (names?.length ?? 0) > 0).length > 1;

const isFollowUp = ({ folded }: Understood, { acts }: StepContext, known = false): boolean =>
  folded.length <= 18 && (known || acts.says("follow-up", folded));

/** 那文旅呢, after 汽车找哪个科: the provision that answered has something to say of it, whatever else it sounds like. */
export function goesOn(state: DialogueState, message: Understood, context: StepContext): Stepped | undefined {
  const rule = state.last?.rule;
  const isOn =
    rule !== undefined && !message.told && isFollowUp(message, context) && context.continues(rule, message.folded);
  return isOn ? again(state, rule, message.facts) : undefined;
}
/** The record of leaves, of the month or the year told. */
const record = (state: DialogueState, { month, year }: Facts): Stepped => ({
  state,
  move: { move: "leave-record", period: month ?? year },
});

/** The rule asked before, with what was said now. */
function again(state: DialogueState, rule: string, facts: Facts): Stepped {
  const cue: Cue = { rule, means: {}, takes: {}, lacking: {}, asksBack: true };
  return { state, move: { move: "work", cues: [cue], facts, carry: true, beside: [] } };
}

/** 谁批?坐什么舱?: the cues of a second question in the same message, where they are another rule's. */
function besides({ folded, facts }: Understood, cues: readonly Cue[], context: StepContext): readonly Cue[] {
  const parts = folded.split(/[??;;。]/).filter((part) => part.trim().length > 2);
  if (parts.length < 2) return [];
  return parts.flatMap((part) => context.cues.of(part, facts).slice(0, 1)).filter(({ rule }) => rule !== cues[0]?.rule);
}
