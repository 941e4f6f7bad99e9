/**
 * What a message is like (像哪一类话): its class among the example phrases of data/phrases, one file a class, one phrase a line.
 *
 * Takes    the folder and the patterns of acts.ts, then a folded message. Returns the classes with their shares, the likeliest
 *          first: learnt from the characters of the phrases, and from what the patterns say of each.
 * Leaves   what a class leads to, and how sure is sure enough, to intent.ts.
 * A phrase added to a file works at the next start: the lines are the data, and they are learnt when the first message comes.
 */
import { readLines } from "../lib/read-lines.ts";
import { fold } from "../lib/text.ts";
import { type Classifier, type Example, learn, type Share } from "../lib/text-classifier.ts";
import { type RequestType, requestTypes } from "../requests/request.ts";
import type { Act, ActReader } from "./acts.ts";

/** Acts that people say in ever new ways: each has a file of phrases. Any other is known by its exact patterns alone. */
const phrased = [
  "attack",
  "evade",
  "waiting",
  "reject",
  "approve",
  "withdraw",
  "confirm",
  "cancel",
  "resume",
  "status",
  "help",
  "smalltalk",
  "off-topic",
] as const satisfies readonly Act[];
type ActClass = (typeof phrased)[number];
/** "ask" wants to know something; "tell" answers, corrects or adds; "request-leave" begins a leave. */
export type PhraseClass = ActClass | "ask" | "tell" | `request-${RequestType}`;

const classes: readonly PhraseClass[] = [
  ...phrased,
  "ask",
  "tell",
  ...requestTypes.map((type) => `request-${type}` as const),
];

export interface Like extends Share {
  readonly class: PhraseClass;
}

export interface Phrases {
  readonly like: (folded: string) => readonly Like[];
}

/** Reads the files, one for each class; throws DataError where one is missing or empty. */
export function openPhrases(directory: string, patterns: ActReader): Phrases {
  const examples = classes.flatMap((name) =>
    readLines(`${directory}/${name}.txt`).map((text): Example => ({ text, class: name })),
  );
  const classify = learnt(examples, (folded) => marked(folded, patterns));
  return { like: (folded) => classify(folded) as readonly Like[] };
}

/** A classifier of folded texts that learns at its first use, from the examples as `seen` shows them. */
export function learnt(examples: readonly Example[], seen: (folded: string) => string): Classifier {
  let classifier: Classifier | undefined;
  return (folded) => {
    classifier ??= learn(examples.map(({ text, class: name }) => ({ text: seen(fold(text)), class: name })));
    return classifier(seen(folded));
  };
}

/** One number is like another, and spaces say nothing. */
export const levelled = (folded: string): string =>
  folded.replace(/\d+|[一二两三四五六七八九十百千]{2,}/gu, "0").replace(/[\s\ue000-\uf8ff]+/gu, "");

/** Characters that no message holds, for what the patterns say of it. */
const marks = { asks: "\ue001", tells: "\ue002", form: "\ue003", leads: "\ue004", dated: "\ue005" };

/** The message as it is learnt and judged, with what the patterns say behind it. */
function marked(folded: string, patterns: ActReader): string {
  const said = [
    patterns.asks(folded) ? marks.asks : marks.tells,
    patterns.form(folded) === undefined ? "" : marks.form,
    patterns.leadsRequest(folded) ? marks.leads : "",
    patterns.says("dated", folded) ? marks.dated : "",
  ];
  return `${levelled(folded)}${said.join("")}`;
}
