/**
 * The moves (动作) a step can decide on, and what a step is given besides the message.
 *
 * Types only: step.ts decides, moves/ performs. A new move is added here first; the compiler then asks for its room.
 */
import type { Calendar } from "../lib/calendar.ts";
import type { ProblemReading } from "../lib/chinese-time/reading.ts";
import type { IsoDate } from "../lib/dates.ts";
import type { Basis } from "../requests/basis.ts";
import type { Decision } from "../requests/decision.ts";
import type { Form } from "../requests/form-row.ts";
import type { OfficeRequest, RequestType } from "../requests/request.ts";
import type { Facts, Grade, SlotName } from "../rules/slots.ts";
import type { ActReader } from "./acts.ts";
import type { Cue, Cues } from "./cues.ts";
import type { DialogueState, Draft } from "./state.ts";
import type { VerdictSaid } from "./verdict.ts";

/** A leave that holds no working day, for weekends and holidays need none; days with others between them; none still to come. */
export interface DaysProblem {
  readonly problem: "no-workdays" | "days-apart" | "all-past";
}

type Verdict = Decision["verdict"];

export type Move =
  | { readonly move: "refuse"; readonly why: "secret" | "attack" | "evade" }
  | {
      readonly move: "ask";
      readonly draft: Draft;
      readonly slot: SlotName;
      readonly begun: boolean;
      readonly dropped?: RequestType;
      /** The papers among which the person says which one this stands on. */
      readonly among?: readonly OfficeRequest[];
      /** Something was answered or corrected that could not be read. */
      readonly unread?: true;
      /** What was told and is no part of the form. */
      readonly beyond?: readonly Beyond[];
      /** It sounded like giving up, which is done only when it is said: 取消. */
      readonly dropping?: true;
      /** The message asked for something else as well, which waits. */
      readonly later?: true;
    }
  | { readonly move: "ask-dates"; readonly problem: ProblemReading | DaysProblem }
  | {
      readonly move: "confirm";
      readonly draft: Draft;
      readonly dropped?: RequestType;
      readonly unread?: true;
      readonly beyond?: readonly Beyond[];
      readonly dropping?: true;
      readonly later?: true;
      /** The log got something against it since its card was shown. */
      readonly since?: true;
    }
  | { readonly move: "file"; readonly draft: Draft }
  /** There is no leave to return from: nothing is begun. */
  | { readonly move: "nothing-to-return" }
  | { readonly move: "cancelled"; readonly what: RequestType | "withdrawal" | "change" | "closing" | "batch" }
  | { readonly move: "nothing-open"; readonly act: "confirm" | "cancel" | "resume" }
  | { readonly move: "waiting" }
  | { readonly move: "status"; readonly type: RequestType | undefined }
  | {
      readonly move: "decide";
      readonly verdict: Verdict;
      readonly which: readonly number[] | "all";
      /** It was said in so many words; else the list is shown and the person picks. */
      readonly told: boolean;
      readonly words: string;
      /** What was heard of it: the words that name one, its reason, why it is not done at once. */
      readonly heard?: VerdictSaid;
    }
  | { readonly move: "reject-with-reason"; readonly words: string }
  /** All decisions of the summary that was shown, after the second yes. */
  | { readonly move: "batch-confirmed" }
  /** `dropped`: it was said that it does not happen, which is asked of what is approved as well; `nth` of the list shown to choose from. */
  | {
      readonly move: "withdraw";
      readonly type: RequestType | undefined;
      readonly dropped?: true;
      readonly nth?: number | undefined;
    }
  | { readonly move: "withdraw-confirmed" }
  /** A second request was told into the change of a first: it is changed, or the other is begun, once the person says which. */
  | { readonly move: "change-or-new"; readonly type: RequestType }
  | ChangeMove
  | CloseMove
  | { readonly move: "close-confirmed" }
  | {
      readonly move: "work";
      readonly cues: readonly Cue[];
      readonly facts: Facts;
      readonly carry: boolean;
      readonly beside: readonly Cue[];
    }
  | { readonly move: "search" }
  /** What the sender is to be told: 我的通知. */
  | { readonly move: "notices" }
  | { readonly move: "print"; readonly type: RequestType | undefined }
  /** A sheet to take away; of the month or the year told. */
  | { readonly move: "export"; readonly what: "ledger" | "record" | "reception"; readonly period: string | undefined }
  /** The leaves of a month or a year, for those who keep the record of them. */
  | { readonly move: "leave-record"; readonly period: string | undefined }
  /** How many days of leave were taken, in the year or month told: one's own, or those of whom one keeps the record. */
  | { readonly move: "leave-taken"; readonly of: "own" | "overseen" | "one" }
  /** Who is not there on the days told; or whether one who is named is there. */
  | { readonly move: "away"; readonly of: "all" | "today" | "one" }
  /** 科长不在谁批我的假: who decides today instead of the one who is named, or that they are there. */
  | { readonly move: "who-decides-mine" }
  /** The deputations in force and to come: one's own, or those that one was named in. */
  | { readonly move: "deputations"; readonly of: "own" | "held" }
  /** Asked of what was just shown, or else of one's own latest: whose, why it was sent back, where it hangs. */
  | { readonly move: "of-shown"; readonly asks: "who" | "reason" | "hurry" | "complaint" }
  /** What is always answered with the same sentence. */
  | { readonly move: "tell"; readonly what: "not-yours-to-take" | "still-yours" | "errand" }
  /** A form that the asker has no use for: the unit's documents set no such target, or nothing is theirs to hand over. */
  | { readonly move: "no-target"; readonly type: RequestType }
  /** The guide's beginning, or its section on how something is done. */
  | { readonly move: "help"; readonly about?: HowTo }
  | { readonly move: "smalltalk" }
  /** The last answer was the right one. */
  | { readonly move: "helpful" }
  | { readonly move: "unclear" }
  | { readonly move: "off-topic" };

/** One's own filed request is to be changed (退回修改, 变更): `said` are the words, `named` those that say which, told after. */
export interface ChangeMove {
  readonly move: "change";
  readonly said: string;
  readonly named?: string;
  /** Nothing is changed, something is added (补充说明). */
  readonly adds?: true;
}

/** A trip of one's own is over (出差结束). */
export interface CloseMove {
  readonly move: "close";
  readonly said: string;
  readonly named?: string;
  /** It was closed on the wrong day. */
  readonly corrects?: true;
}

/** What the guide has a section on. */
export type HowTo = "change" | "withdraw" | "resubmit" | "depute";

/** A sum of money, or where a table is laid, told to a form that has no room for it. */
export type Beyond = "amount" | "venue";

export interface Stepped {
  readonly state: DialogueState;
  readonly move: Move;
  /** A side move while a draft is open: the reply ends with the draft's own question. */
  readonly resume?: Draft;
}

export interface Asker {
  readonly id: string;
  readonly unit: string;
  readonly grade: Grade;
  readonly countyRank: boolean;
}

export interface StepContext {
  readonly asker: Asker;
  readonly acts: ActReader;
  readonly cues: Cues;
  /** Does a rule have something to say of what a short message names? 那文旅呢, after 汽车找哪个科. */
  readonly continues: (rule: string, folded: string) => boolean;
  readonly calendar: Calendar;
  readonly today: IsoDate;
  /** Whether the asker's unit has a use for the form: some count towards targets that only some documents set. */
  readonly opens: (type: RequestType) => boolean;
  /** The asker's own papers that a form with these facts may stand on (依据), the newest first. */
  readonly bases: (form: Form, facts: Facts) => readonly Basis[];
  /** Does something that the asker has filed fit what the message would change of it; is there a trip that it closes, or one closed? */
  readonly filed: (wish: "change" | "close" | "reopen") => boolean;
  /** A new draft's id; the same for the same conversation and count, so filing twice is impossible. */
  readonly draftId: (begun: number) => string;
}
