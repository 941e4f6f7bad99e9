/**
 * One labelled message through the dialogue's own reading and step: which intent it was taken for, and what was read.
 *
 * Takes    an office, and a message with its draft, if one is open. Returns intent, form and slots in the corpus' own terms.
 * Leaves   comparing with the labels to slot-score.ts, counting to understand.ts.
 * Why not the door: a reply does not tell an answer to what was asked from a correction. Only a question is performed,
 * for whether a rule has an outcome for it decides between calculation and question.
 */
import { routeType } from "../src/dialogue/cues.ts";
import type { Move, StepContext, Stepped } from "../src/dialogue/move.ts";
import { type Understood, understand } from "../src/dialogue/read.ts";
import { type DialogueState, type Draft, freshState } from "../src/dialogue/state.ts";
import { step } from "../src/dialogue/step.ts";
import { assertNever } from "../src/errors.ts";
import { momentOf } from "../src/lib/dates.ts";
import { answerByRules } from "../src/moves/asking/answering.ts";
import { answerBySearch } from "../src/moves/asking/searching.ts";
import { hasTarget } from "../src/moves/filing/tallied.ts";
import type { Scene } from "../src/moves/move.ts";
import type { Office } from "../src/office.ts";
import { formOf } from "../src/requests/form.ts";
import type { RequestType } from "../src/requests/request.ts";
import type { Facts, SlotName } from "../src/rules/slots.ts";
import { draftOf, type Labelled } from "./labelled.ts";

/** An office that has recorded nothing yet. */
const logged: Facts = { tallied: 0, raised: 0 };

export interface Read {
  readonly intent: string;
  readonly form?: RequestType;
  readonly slots: Facts;
  /** The slots of the form or the rule that all this goes into: what else was read has no effect. */
  readonly used: readonly SlotName[];
}

/** Reads one message as the office would. */
export function readOne(office: Office, { id, text, now, as, open }: Labelled): Read {
  const person = office.staff.person(as);
  if (person === undefined) throw new Error(`${id}: nobody is ${as}`);
  const { acts, calendar } = office.readers;
  const state: DialogueState =
    open === undefined
      ? freshState
      : { ...freshState, begun: 1, draft: draftOf(office, open, person, momentOf(now).date) };
  const message = understand(text, momentOf(now), office.readers, state);
  const context: StepContext = {
    asker: person,
    acts,
    cues: office.cues,
    calendar,
    continues: () => false,
    today: momentOf(now).date,
    opens: (type) => hasTarget(office, person.unit, type),
    draftId: (begun) => `Q-${begun}`,
    bases: () => [],
    filed: () => false,
  };
  const stepped = step(state, message, context);
  const turn = { id, conversation: id, as, now, text };
  const scene: Scene = { office, turn, now: momentOf(now), person, message, state: stepped.state, logged };
  return read(state.draft, message, stepped, scene);
}

type Filling = Extract<Move, { move: "ask" | "confirm" | "ask-dates" }>;
const isFilling = (move: Move): move is Filling =>
  move.move === "ask" || move.move === "confirm" || move.move === "ask-dates";

function read(before: Draft | undefined, message: Understood, { move, state }: Stepped, scene: Scene): Read {
  const { draft } = state;
  if (!isFilling(move) || draft === undefined) {
    const intent = isFilling(move) ? "unclear" : intentOf(move, before !== undefined, scene);
    return { intent, slots: told(message.facts), used: usedBy(move, scene) };
  }
  const begun = draft.id !== before?.id;
  const slots = taken(begun ? undefined : before, draft, message);
  const used = formOf(draft.type).slots;
  return begun
    ? { intent: "request", form: draft.type, slots, used }
    : { intent: fillingIntent(before?.asked, message, slots, used), slots, used };
}

/** The slots of the rule that answers, or of the form whose route does: of a question to the clauses none. */
function usedBy(move: Move, scene: Scene): readonly SlotName[] {
  if (move.move !== "work" || !isWorked(move, scene)) return [];
  const { last } = answered(move, scene).state;
  if (last?.kind === "rule" && last !== scene.state.last) return scene.office.rules.of(last.rule)?.slots ?? [];
  const types = move.cues.flatMap(({ rule }) => routeType(rule) ?? []);
  return types.slice(0, 1).flatMap((type) => formOf(type).slots);
}

/** What the message put into the draft, and what it said beside. */
function taken(before: Draft | undefined, after: Draft, message: Understood): Facts {
  const known: Facts = before?.facts ?? {
    ...formOf(after.type).assumed,
    grade: after.facts.grade,
    allCountyRank: after.facts.allCountyRank,
  };
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const { slots } = formOf(after.type);
  // What was read for the form and not taken into it has no effect; what was said again, or beside, counts as read.
  const held = Object.entries(message.facts).filter(
    ([slot, value]) => !slots.includes(slot as SlotName) || same(after.facts[slot as SlotName], value),
  );
  const changed = Object.entries(after.facts).filter(([slot, value]) => !same(known[slot as SlotName], value));
  return told(Object.fromEntries([...held, ...changed]));
}

const told = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

/** Slots that answer each other's question. */
const together: readonly (readonly SlotName[])[] = [
  ["start", "end", "days", "startHalf", "endHalf"],
  ["overnight", "nights"],
  ["transport", "unitCar"],
  ["letter", "contactRecord"],
];

function fillingIntent(
  asked: SlotName | undefined,
  message: Understood,
  slots: Facts,
  used: readonly SlotName[],
): string {
  if (message.act === "resume") return "resume";
  // What sounds like a yes or like giving up is asked for once more: it was understood, and nothing is done by a guess.
  if (message.act === "confirm" && asked === undefined) return "confirm";
  if (message.act === "cancel") return "cancel";
  const taken = [...used, ...(asked === undefined ? [] : [asked])].filter((slot) => slots[slot] !== undefined);
  const given: readonly SlotName[] = message.problem === undefined ? taken : [...taken, "start"];
  // An answer or a correction from which nothing could be read is asked for again: the slot counts as missed.
  if (given.length === 0) return !message.tells ? "unclear" : asked === undefined ? "correct" : "answer";
  const answers = asked === undefined ? [] : (together.find((group) => group.includes(asked)) ?? [asked]);
  return answers.some((slot) => given.includes(slot)) ? "answer" : "correct";
}

function intentOf(move: Exclude<Move, Filling>, open: boolean, scene: Scene): string {
  switch (move.move) {
    case "refuse":
      return move.why;
    case "file":
      return "confirm";
    case "cancelled":
      return "cancel";
    case "nothing-to-return":
      return "request";
    case "nothing-open":
      return move.act;
    case "decide":
      return move.verdict === "return" ? "reject" : move.verdict;
    case "batch-confirmed":
      return "approve";
    case "reject-with-reason":
      return "reject";
    case "withdraw-confirmed":
      return "withdraw";
    case "close-confirmed":
      return "close";
    case "search":
      return open ? "side" : "question";
    case "work":
      return open ? "side" : isWorked(move, scene) ? "calculation" : "question";
    case "leave-record":
    case "leave-taken":
    case "away":
    case "who-decides-mine":
    case "deputations":
    case "tell":
      return open ? "side" : "question";
    case "no-target":
      return "request";
    case "change-or-new":
      return "change";
    case "helpful":
      return "smalltalk";
    case "of-shown":
      return "status";
    case "waiting":
    case "status":
    case "withdraw":
    case "change":
    case "close":
    case "print":
    case "export":
    case "notices":
    case "help":
    case "smalltalk":
    case "off-topic":
    case "unclear":
      return move.move;
    default:
      return assertNever(move);
  }
}

const answered = (move: Extract<Move, { move: "work" }>, scene: Scene) => answerByRules(scene, { ...move, beside: [] });

/** Has a rule in code or a route an outcome? A provision says what the clauses say, and otherwise they are searched. */
function isWorked(move: Extract<Move, { move: "work" }>, scene: Scene): boolean {
  const { body, state } = answered(move, scene);
  const { last } = state;
  const provision = last?.rule === undefined ? undefined : scene.office.rules.provision(last.rule);
  return provision === undefined && body !== answerBySearch(scene).body;
}
