/**
 * A form of the console, checked: what was typed or pressed, and where the visitor was.
 *
 * Takes    the fields of a posted form. Returns text and action, or that they are none of ours.
 * Why      an action rides in the page and comes back: its shape is checked here, the right to it by the assistant.
 */
import { z } from "zod";
import { type Action, action } from "../../answer/reply.ts";
import { readText } from "../incoming.ts";

export type TurnForm =
  | {
      readonly kind: "turn";
      readonly text: string;
      readonly action: Action | undefined;
      readonly back: "talk" | "requests";
    }
  | { readonly kind: "bad" | "too-long" };

const fields = z.object({
  text: z.string().default(""),
  action: z.string().max(2000).optional(),
  reason: z.string().max(500).optional(),
  back: z.enum(["talk", "requests"]).default("talk"),
});

export function readTurnForm(form: unknown): TurnForm {
  const checked = fields.safeParse(form);
  if (!checked.success) return { kind: "bad" };
  const { text, back, reason } = checked.data;
  const read = readText(text);
  if (read.kind === "too-long") return { kind: "too-long" };
  if (checked.data.action === undefined) return { kind: "turn", text: read.text, action: undefined, back };
  const pressed = readAction(checked.data.action, reason);
  if (pressed === undefined) return { kind: "bad" };
  const given = pressed.kind === "reject" || pressed.kind === "return" ? `${read.text}:${pressed.reason}` : read.text;
  return { kind: "turn", text: given, action: pressed, back };
}

/** The path of a page that a form named; the dialogue for anything else. */
export function pathOf(place: unknown): string {
  return place === "requests" || place === "documents" || place === "guide" ? `/${place}` : "/";
}

function readAction(json: string, reason: string | undefined): Action | undefined {
  try {
    const checked = action.safeParse(JSON.parse(json));
    if (!checked.success) return undefined;
    const { data } = checked;
    const asksWhy = data.kind === "reject" || data.kind === "return";
    return asksWhy && reason !== undefined ? { ...data, reason } : data;
  } catch {
    return undefined;
  }
}
