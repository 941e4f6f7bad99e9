/**
 * What a message does (行为): confirm, cancel, approve, ask, request …, by the patterns of data/acts.json.
 *
 * Takes    a message, cleaned and folded. Returns the act, whether it asks something, and the form it is about.
 * Leaves   slots to read.ts, what happens next to step.ts.
 * The patterns are data: a line is added there and works; their order is the order in which they are tried.
 */
import { z } from "zod";
import { DataError } from "../errors.ts";
import { readJson } from "../lib/read-json.ts";
import { readPattern } from "../lib/read-pattern.ts";
import { type RequestType, requestTypes } from "../requests/request.ts";

export const acts = [
  "secret",
  "attack",
  "evade",
  "deputation-of-others",
  "deputation-mine-too",
  "end-deputation",
  "who-stands-in",
  "stands-in-for",
  "approver-away",
  "is-there",
  "hurry",
  "complaint",
  "reason-of-shown",
  "who-of-shown",
  "how-to-depute",
  "how-to-resubmit",
  "how-to-withdraw",
  "how-to-change",
  "errand",
  "leave-taken",
  "leave-taken-by-others",
  "leave-taken-by-one",
  "away",
  "away-today",
  "waiting",
  "change",
  "supplement",
  "close",
  "reject",
  "approve",
  "withdraw",
  "confirm",
  "agree",
  "cancel",
  "resume",
  "status",
  "export-ledger",
  "export-record",
  "export-reception",
  "print",
  "notices",
  "help",
  "smalltalk",
  "off-topic",
] as const;
export type Act = (typeof acts)[number];

/** Turns of speech that are no act of their own, but say how the rest is meant. */
const turns = [
  "fill-in",
  "correct",
  "follow-up",
  "asks-on",
  "points-back",
  "compare",
  "asks-leave",
  "asks-who",
  "yes",
  "no",
  "thanks",
  "bye",
  "latest",
  "dated",
  "own",
  "harmless",
  "hedged-yes",
  "hedged-no",
  "hedged-off",
  "turns-back",
  "keeps",
  "confirms-withdrawal",
  "confirms-batch",
  "sends-back",
  "in-part",
  "asks-change",
  "confirms-closing",
  "changes-to",
  "changes-filed",
  "changes-bare",
  "drops-filed",
  "corrects-closing",
  "back-from",
  "drops-change",
  "changes-field",
  "sent-back",
  "asks-politely",
  "wonders",
  "of-documents",
  "at-table",
  "venue",
  "cars-out",
  "cars-in",
  "helped",
  "what-is-left",
] as const;
export type TurnOfSpeech = (typeof turns)[number];

const patterns = z.array(z.string().min(1)).min(1);
const shape = z.strictObject({
  /** What many patterns share, written {name} in them; a part may name parts that stand before it. */
  parts: z.record(z.string().regex(/^[a-z][a-z-]*$/u), z.string().min(1)),
  acts: z.array(z.strictObject({ act: z.enum(acts), why: z.string().optional(), patterns })),
  status: z.strictObject({ patterns }),
  question: z.strictObject({ patterns }),
  requestLead: z.strictObject({ why: z.string().optional(), patterns }),
  turns: z.record(z.enum(turns), patterns),
  forms: z.array(z.strictObject({ form: z.enum(requestTypes), patterns })),
});

/** A quantifier such as {1,2} has digits where a part has a name. */
const namedPart = /\{([a-z][a-z-]*)\}/gu;

export interface ActReader {
  /** The act whose pattern comes first in the file, if any. */
  readonly act: (folded: string) => Act | undefined;
  readonly asksStatus: (folded: string) => boolean;
  readonly asks: (folded: string) => boolean;
  readonly leadsRequest: (folded: string) => boolean;
  readonly says: (turn: TurnOfSpeech, folded: string) => boolean;
  /** The message without what a turn of speech says: 没问题 holds no refusal. */
  readonly without: (turn: TurnOfSpeech, folded: string) => string;
  /** The message from where a turn of speech begins; nothing where it does not say so. */
  readonly from: (turn: TurnOfSpeech, text: string) => string;
  readonly form: (folded: string) => RequestType | undefined;
}

/** Reads and compiles the file once; a pattern that is no regular expression is a DataError. */
export function openActs(path: string): ActReader {
  const file = readJson(path, shape);
  const parts = new Map<string, string>();
  const whole = (source: string, place: string): string =>
    source.replace(namedPart, (_, name: string) => {
      const part = parts.get(name);
      if (part === undefined) throw new DataError(path, place, `there is no part {${name}}: add it under parts`);
      return part;
    });
  for (const [name, source] of Object.entries(file.parts)) parts.set(name, whole(source, name));
  const compile = (sources: readonly string[], place: string): RegExp =>
    readPattern(sources.map((source) => `(?:${whole(source, place)})`).join("|"), path, place);
  const tried = file.acts.map(({ act, patterns }) => ({ act, pattern: compile(patterns, act) }));
  const forms = file.forms.map(({ form, patterns }) => ({ form, pattern: compile(patterns, form) }));
  const said = new Map(turns.map((turn) => [turn, compile(file.turns[turn], turn)]));
  const all = new Map([...said].map(([turn, pattern]) => [turn, new RegExp(pattern, "giu")]));
  const status = compile(file.status.patterns, "status");
  const question = compile(file.question.patterns, "question");
  const lead = compile(file.requestLead.patterns, "requestLead");
  return {
    act: (folded) => tried.find(({ pattern }) => pattern.test(folded))?.act,
    asksStatus: (folded) => status.test(folded),
    asks: (folded) => question.test(folded),
    leadsRequest: (folded) => lead.test(folded),
    says: (turn, folded) => said.get(turn)?.test(folded) ?? false,
    without: (turn, folded) => {
      const everywhere = all.get(turn);
      return everywhere === undefined ? folded : folded.replace(everywhere, "");
    },
    from: (turn, text) => {
      const at = said.get(turn)?.exec(text)?.index;
      return at === undefined ? "" : text.slice(at);
    },
    form: (folded) => forms.find(({ pattern }) => pattern.test(folded))?.form,
  };
}
