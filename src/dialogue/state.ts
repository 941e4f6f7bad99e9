/**
 * What a dialogue remembers between two messages; the store keeps it, so a killed process goes on where it was.
 *
 * Takes    the stored JSON. Returns a checked state, or a fresh one for a conversation that is new.
 */
import { z } from "zod";
import { requestTypes } from "../requests/request.ts";
import { factsShape, type SlotName, slotNames } from "../rules/slots.ts";

const slot = z.enum(slotNames as [SlotName, ...SlotName[]]);
const seen = z.object({ request: z.string(), version: z.number().int() });

export const dialogueState = z.object({
  /** The request being filled in; complete ones wait for 确认. */
  draft: z
    .object({
      type: z.enum(requestTypes),
      id: z.string(),
      facts: factsShape,
      asked: slot.optional(),
      /** How often it changed: a button of an older card is refused. */
      revision: z.number().int().default(0),
      /** The card was the last thing shown: then 好的 means 确认. */
      offered: z.boolean().default(false),
      /** What the log had against it when its card was shown: more than that, and the card is shown anew. */
      checked: z.array(z.string()).optional(),
      /** It changes what was sent back (退回修改): the version of that request, whose id is the draft's own. */
      returns: z.number().int().optional(),
      /** What its requester adds in answer to the return (补充说明). */
      remark: z.string().optional(),
      /** The request of one's own that it is to take the place of (变更). */
      amends: z.string().optional(),
    })
    .optional(),
  /** A request whose withdrawal waits for 确认. */
  withdrawing: seen.optional(),
  /** A request whose rejection, or return for change, waits for a reason. */
  rejecting: seen.extend({ verdict: z.enum(["reject", "return"]).default("reject") }).optional(),
  /** Requests whose approval all at once waits for a second yes, as the summary showed them. */
  batching: z.object({ id: z.string(), requests: z.array(seen) }).optional(),
  /** A trip whose closing (出差结束) waits for 确认, and its last day. */
  closing: seen.extend({ end: z.string() }).optional(),
  /** What is wanted of one of the requests listed, where the person has yet to say of which; in the words it was said with. */
  choosing: z
    .object({
      move: z.enum(["change", "close", "withdraw"]),
      said: z.string().max(4000),
      adds: z.literal(true).optional(),
    })
    .optional(),
  /** The list last shown: 同意第一条 counts on it, with the versions the person saw. */
  shown: z.array(seen).default([]),
  /** That list is what was said last; `nth` of it where 同意第一条吗 was asked. */
  listing: z.object({ nth: z.number().int().optional() }).optional(),
  /** My own requests as last listed: 撤回第二条 counts on it. */
  listed: z.array(z.string()).default([]),
  /** What the last question was about, for 那病假呢 and 改成5天呢. */
  last: z
    .discriminatedUnion("kind", [
      z.object({
        kind: z.literal("rule"),
        rule: z.string(),
        unit: z.string(),
        question: z.string(),
        facts: factsShape,
        asked: slot.optional(),
      }),
      z.object({
        kind: z.literal("clause"),
        question: z.string(),
        doc: z.string(),
        clause: z.string(),
        /** The provision that said it, if one did. */
        rule: z.string().optional(),
        /** How the search found it: what 👍 confirms. A clause that was asked for by its number was not searched. */
        found: z
          .object({
            quote: z.string(),
            provision: z.object({ id: z.string(), entry: z.string() }).optional(),
          })
          .optional(),
        /** Nothing else was asked since: 👍 means this answer. */
        offered: z.literal(true).optional(),
      }),
    ])
    .optional(),
  /** What else was asked for in the message that began the draft: taken up when it is filed or dropped. */
  later: z.array(z.string().max(4000)).default([]),
  /** How many drafts this conversation has begun: part of each draft's id. */
  begun: z.number().int().default(0),
});
export type DialogueState = z.infer<typeof dialogueState>;
export type Draft = NonNullable<DialogueState["draft"]>;

export const freshState: DialogueState = { shown: [], listed: [], later: [], begun: 0 };
