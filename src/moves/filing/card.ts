/**
 * The open draft as its person sees it: the next question, or the card that waits for 确认, or why there is neither.
 *
 * Takes    the scene and the draft. Returns a reply with the request as it would be filed; nothing is filed here.
 * Leaves   what the draft comes to to prepared.ts, the event and the receipt to filing.ts.
 */
import { chainLine, fieldTable, oneLine } from "../../answer/card.ts";
import { claimTable, isHeld } from "../../answer/claim-table.ts";
import { resultOf, sentenceOf } from "../../answer/compose.ts";
import { bullets, distinct, lineTable, paragraphs, sourceBlock } from "../../answer/layout.ts";
import { spellDay, statusName, said as words } from "../../answer/wording/replies.ts";
import { wordsOf } from "../../answer/wording/slots.ts";
import type { DaysProblem, Move } from "../../dialogue/move.ts";
import type { Draft } from "../../dialogue/state.ts";
import type { ProblemReading } from "../../lib/chinese-time/reading.ts";
import { weekday } from "../../lib/dates.ts";
import { routeFor } from "../../requests/route.ts";
import { factsOf } from "../../requests/staff.ts";
import type { Finding } from "../../rules/rule.ts";
import { postsOf } from "../deciding/stand-ins.ts";
import { type Done, routesOn, type Scene, said } from "../move.ts";
import { changedBy, changeShown } from "../own/changed.ts";
import { papersHeld } from "./basis.ts";
import { barsOf, draftRequest, isWarning, prepare, workOut } from "./prepared.ts";
import { ownRemarks } from "./remarks.ts";

/** Asks for one slot. */
export function ask(scene: Scene, move: Extract<Move, { move: "ask" }>): Done {
  const { draft, slot, begun, among = [] } = move;
  const bars = barsOf(workOut(scene, draft), draft);
  if (bars.length > 0) return barred(scene, draft, bars);
  const question = `${begun ? words.ask.begin(draft.type) : ""}${wordsOf(slot, draft.type).ask}`;
  const papers = among.map(
    (one, at) => `${at + 1}. ${oneLine(one)}(${one.id}${one.status === "submitted" ? `,${statusName.submitted}` : ""})`,
  );
  const text = paragraphs(...leads(move), question, papers.join("\n"));
  return said(scene, { kind: "question", text, citations: [], request: draftRequest(scene, draft, []) });
}

type Leads = Pick<Extract<Move, { move: "ask" | "confirm" }>, "dropped" | "unread" | "beyond" | "dropping" | "later"> &
  Pick<Extract<Move, { move: "confirm" }>, "since">;

/** What is said before the question or the card: that something else waits, which draft was dropped for it, that something could not be read. */
const leads = ({ dropped, unread, beyond = [], dropping, later, since }: Leads): readonly string[] => [
  ...(since === undefined ? [] : [words.confirm.since]),
  ...(later === undefined ? [] : [words.ask.later]),
  ...(dropped === undefined ? [] : [words.ask.dropped(dropped)]),
  ...(dropping === undefined ? [] : [words.ask.dropping]),
  ...(unread === undefined ? [] : [words.ask.unread]),
  ...(beyond.length === 0 ? [] : [words.ask.beyond(beyond)]),
];

/** Asks for the dates again, saying what is wrong with those given. */
export function askDates(scene: Scene, problem: ProblemReading | DaysProblem): Done {
  return said(scene, { kind: "question", text: problemText(problem), citations: [] });
}

function problemText(problem: ProblemReading | DaysProblem): string {
  switch (problem.problem) {
    case "days-apart":
      return words.dates["days-apart"];
    case "all-past":
      return words.dates["all-past"];
    case "no-workdays":
      return words.dates["no-workdays"];
    case "no-such-date":
      return words.dates["no-such-date"](problem.month, problem.day);
    case "end-before-start":
      return words.dates["end-before-start"](
        spellDay(problem.start, weekday(problem.start)),
        spellDay(problem.end, weekday(problem.end)),
      );
    case "no-holiday-data":
      return words.dates["no-holiday-data"](problem.year);
    case "half-unknown":
      return words.dates["half-unknown"];
    case "approximate":
      return words.dates.approximate;
  }
}

/** What a clause forbids is not filed: the clause is shown, and the draft waits for a correction. */
export function barred(scene: Scene, draft: Draft, bars: readonly Finding[]): Done {
  const citations = distinct(bars.flatMap(({ sources }) => sources));
  const text = paragraphs(...new Set(bars.map(sentenceOf)), words.barred(draft.type), sourceBlock(citations));
  return said(scene, { kind: "refuse", text, citations, request: draftRequest(scene, draft, []) });
}

/** The card: everything understood in full, the chain, the figures; nothing is filed yet. */
export async function confirm(scene: Scene, move: Extract<Move, { move: "confirm" }>): Promise<Done> {
  const { draft } = move;
  const ready = prepare(scene, draft);
  if (ready.bars.length > 0) return barred(scene, draft, ready.bars);
  const request = draftRequest(scene, draft, ready.approvals, ready.lines);
  const before = await changedBy(scene, draft);
  const change = before === undefined ? undefined : changeShown(before, draft, request);
  if (change?.empty !== undefined) {
    const text = paragraphs(...leads(move), change.head, fieldTable(request), change.empty);
    return said(scene, { kind: "question", text, citations: [], request });
  }
  const { basis } = draft.facts;
  const stoodOn = basis === undefined ? undefined : await scene.office.store.request(basis);
  const remarks = await ownRemarks(scene, request, ready);
  const warnings = new Set([
    ...(await papersHeld(scene, draft)),
    ...ready.findings.filter(isWarning).map(sentenceOf),
    ...remarks.warnings,
  ]);
  const asides = new Set([
    ...ready.findings.filter(({ level }) => level === "note").map(sentenceOf),
    ...ready.readings,
    ...remarks.notes,
  ]);
  const notes = [...asides].filter((note) => !warnings.has(note));
  const text = paragraphs(
    ...leads(move),
    change?.head,
    words.confirm.head(draft.type),
    change?.below,
    fieldTable(request, stoodOn),
    chainLine(request, await postsOf(scene, request)),
    ready.lines.some(isHeld) ? claimTable(ready.lines, ready.totalFen) : lineTable(ready.lines, ready.totalFen),
    bullets(words.warnings, [...warnings]),
    bullets(words.notes, notes),
    words.confirm.tail,
    sourceBlock(ready.sources),
  );
  const reply = {
    kind: "confirm" as const,
    text,
    citations: ready.sources,
    ...(ready.lines.length === 0 ? {} : { result: resultOf(ready.lines, ready.totalFen) }),
    request,
    actions: [
      {
        label: words.confirm.button,
        action: { kind: "confirm" as const, request: draft.id, revision: draft.revision },
      },
      { label: words.confirm.cancel, action: { kind: "cancel" as const, request: draft.id, revision: draft.revision } },
    ],
  };
  return said(scene, reply, { ...scene.state, draft: { ...draft, checked: [...remarks.found] } });
}

/** Nothing is begun where no leave is there to return from; the clause that wants leave recorded is shown. */
export async function nothingToReturn(scene: Scene): Promise<Done> {
  const { person } = scene;
  const routed = routeFor("leave-return", person.unit, factsOf(person), routesOn(scene, {}));
  const stated = routed.kind === "route" ? routed.steps.map(({ source }) => source) : [];
  const citations = distinct(stated);
  const held = await papersHeld(scene, { type: "leave-return", facts: {} });
  return said(scene, {
    kind: "refuse",
    text: paragraphs(words.nothingToReturn, ...held, sourceBlock(citations)),
    citations,
  });
}

/** Adds the open draft's own question to a side answer, so that the form goes on where it was. */
export function resumed(done: Done, draft: Draft): Done {
  // Under a card that waits for a yes of its own, 确认 must mean that card alone.
  if (done.reply.kind === "confirm") return done;
  const slot = draft.asked;
  const prompt =
    slot === undefined
      ? words.ask.resumeConfirm(draft.type)
      : `${words.ask.resume(draft.type)}${wordsOf(slot, draft.type).ask}`;
  return { ...done, reply: { ...done.reply, text: `${done.reply.text}\n\n---\n\n${prompt}` } };
}
