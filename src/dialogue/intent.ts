/**
 * What a message is for (意图): the act it does, whether it asks, and the form it begins.
 *
 * Takes    a folded message, what it is said beside, the patterns of acts.ts and the phrases of phrases.ts.
 * Returns  the act, and whether it was told in words that a pattern knows or is only like what others said.
 * Leaves   what follows to step.ts: nothing is filed, decided, taken back or dropped by an act that was not told.
 */
import { type RequestType, requestTypes } from "../requests/request.ts";
import type { SlotName } from "../rules/slots.ts";
import type { Act, ActReader } from "./acts.ts";
import type { PhraseClass, Phrases } from "./phrases.ts";
import { freely } from "./slot-answer.ts";

export interface Intent {
  readonly act: Act | undefined;
  /**
   * The act was said in words that a pattern knows, and nothing speaks against it: it may be done at once. An act that is
   * only like the phrases, which hear no 别 and no 先, is asked back wherever something would be decided or lost.
   */
  readonly told: boolean;
  readonly asks: boolean;
  /** Answers, corrects or adds to what is being filled in, whether or not a slot could be read from it. */
  readonly tells: boolean;
  /** Wants a form filled in, even where it is put as a question. */
  readonly leads: boolean;
  readonly form: RequestType | undefined;
}

/** So like the phrases of a class that it is taken for one of them; more where a question would be lost if it were wrong. */
const enough = 0.45;
const enoughOf: Readonly<Record<string, number>> = {
  attack: 0.8,
  evade: 0.6,
  "off-topic": 0.7,
  smalltalk: 0.6,
  help: 0.6,
  cancel: 0.6,
  status: 0.6,
  waiting: 0.6,
};
/** Where the patterns hear a question, it is one unless the phrases say something else that clearly. */
const enoughDespite = 0.85;
/** A mere particle at the end (嘛, 吧, 中不) is politeness as often as a question. */
const enoughDespiteTone = 0.6;
/** So like them that it is not an answer in free words. */
const unmistakable = 0.9;

/** Acts and their opposites, and how like the opposite a message must be for a pattern to be doubted. */
const opposite: Readonly<Partial<Record<Act, Act>>> = {
  approve: "reject",
  reject: "approve",
  confirm: "cancel",
  cancel: "confirm",
};
const doubt = 0.7;

/** What a message is said beside: the form that is open and the slot just asked; or a question that lacked something. */
export interface Beside {
  readonly open: RequestType | undefined;
  readonly asked: SlotName | undefined;
}

/** The intent of a message. */
export function intentOf(
  folded: string,
  { acts, phrases }: { readonly acts: ActReader; readonly phrases: Phrases },
  beside: Beside,
): Intent {
  const ofDocuments = acts.says("of-documents", folded) && acts.asks(folded);
  const told = acts.act(folded) ?? (acts.asksStatus(folded) && !ofDocuments ? "status" : undefined);
  const { kind, type, share } = likeliest(folded, phrases, beside);
  const known = share >= enoughFor(kind, despite(folded, acts), beside) ? kind : undefined;
  const likely =
    known === "ask" ||
    known === "tell" ||
    known === "request" ||
    (ofDocuments && known !== undefined && ownBusiness.has(known))
      ? undefined
      : known;
  // A pattern that hears an approval where the phrases hear a refusal, or a 不 stands beside it, is not believed.
  const doubted =
    told !== undefined &&
    (hedged(told, folded, acts) || (likely !== undefined && opposite[told] === likely && share >= doubt));
  return {
    act: doubted ? (likely ?? told) : (told ?? likely),
    told: told !== undefined && !doubted,
    asks: known === undefined || (ofDocuments && ownBusiness.has(known)) ? acts.asks(folded) : known === "ask",
    tells: known === "tell",
    leads: known === "request" || acts.leadsRequest(folded),
    form:
      acts.form(folded.replace(/(?<!是)(?:不是|并非)[^,,。;;]{1,10}/gu, "")) ??
      (known === "request" ? type : undefined),
  };
}

/** What one says of papers of one's own: 吉林意见里对口援助的也得撤吧 asks what a document says. */
const ownBusiness: ReadonlySet<Likely["kind"]> = new Set([
  "status",
  "waiting",
  "withdraw",
  "approve",
  "reject",
  "cancel",
  "off-topic",
]);

const asking: ReadonlySet<string> = new Set(["evade", "status", "waiting"]);

/** Is an act said with words that turn it round, put it off or make it conditional? 同意不了, 先别批, 不是不同意. */
function hedged(told: Act, folded: string, acts: ActReader): boolean {
  const heard = acts.without("harmless", folded);
  switch (told) {
    case "approve":
    case "confirm":
      return acts.says("hedged-yes", heard);
    case "reject":
      return acts.says("hedged-no", heard);
    case "cancel":
      return acts.says("hedged-off", heard);
    default:
      return false;
  }
}

/** How like its phrases a message must be to be taken for that kind. */
function enoughFor(kind: Likely["kind"], despite: number, { open, asked }: Beside): number {
  // Where free words are asked for, whatever they sound like they are the answer.
  if (freely(asked)) return unmistakable;
  if (kind === "ask") return enough;
  // Some things are said as questions: that it is one says nothing against them.
  if (asking.has(kind)) return enoughOf[kind] ?? enough;
  // Nor is an open form dropped for another that was hardly asked for.
  const verdict = (kind === "approve" || kind === "reject") && despite > enough;
  const doubtful =
    open !== undefined ? (kind === "request" ? enoughDespite : enough) : verdict ? enoughDespite : despite;
  return Math.max(doubtful, enoughOf[kind] ?? enough);
}

/** How like its phrases a message must be that the patterns hear as a question. */
function despite(folded: string, acts: ActReader): number {
  if (!acts.asks(folded)) return enough;
  return acts.says("wonders", folded) ? enoughDespite : enoughDespiteTone;
}

interface Likely {
  readonly kind: Exclude<PhraseClass, `request-${string}`> | "request";
  readonly type: RequestType | undefined;
  readonly share: number;
}

/** Only while a form is open can one go on with it, drop it or confirm it … */
const ofOpenForm: ReadonlySet<string> = new Set(["cancel", "resume", "confirm"]);
/** … and who is filling one in seldom does anything of these. */
const seldomBeside: ReadonlySet<string> = new Set(["attack", "evade", "waiting", "reject", "approve", "off-topic"]);
const seldom = 0.25;
/** Where free words are asked for, 合同批准 is the name of a paper. */
const seldomOf = ({ open, asked }: Beside): number => (open === undefined ? 1 : freely(asked) ? 0 : seldom);

/** The likeliest kind of message, with its share among those that can be meant here. */
function likeliest(folded: string, phrases: Phrases, beside: Beside): Likely {
  const { open, asked } = beside;
  const shares = new Map<Likely["kind"], number>();
  let type: RequestType | undefined;
  for (const { class: name, share } of phrases.like(folded)) {
    const form = requestTypes.find((one) => name === `request-${one}`);
    // What would begin the form that is open, or a trip where a question lacked its place, tells something for it.
    const tells = form !== undefined && (form === open || (open === undefined && asked !== undefined));
    const kind = form === undefined ? (name as Likely["kind"]) : tells ? "tell" : "request";
    if (open === undefined && (ofOpenForm.has(kind) || (kind === "tell" && asked === undefined))) continue;
    if (kind === "request") type ??= form;
    const weight = seldomBeside.has(kind) ? seldomOf(beside) : 1;
    shares.set(kind, (shares.get(kind) ?? 0) + weight * share);
  }
  const all = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const [kind, share] = [...shares].toSorted(([, one], [, other]) => other - one)[0] ?? ["ask", 0];
  return { kind, type, share: share / all };
}
