/**
 * A desk to talk at: the office's own data, an assistant over one store, and a shorter way to say something.
 *
 * Takes    a store, or none for an empty log in memory. Returns the desk; its store is closed when the test is over.
 * Why      opening the office takes seconds and changes nothing, so a test file opens it once and desks share it.
 */
import { onTestFinished } from "vitest";
import { type Action, type Assistant, openAssistant, type Reply, type Turn } from "../../src/assistant.ts";
import { type Office, openOffice } from "../../src/office.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";

const empty = await openSqlite(":memory:");
/** The office as its data files have it; each desk puts its own store in. */
export const office: Office = openOffice("data", "data/staff.json", empty);
await empty.close();

/** A Monday morning. */
export const monday = "2026-11-23T09:00:00+08:00";

export interface Desk {
  readonly store: Store;
  readonly handle: Assistant["handle"];
  /** One message, in the conversation "c" on a Monday unless said otherwise. */
  readonly say: (as: string, text: string, change?: Partial<Turn>) => Promise<Reply>;
  /** Several messages of one person; the last one's reply. */
  readonly talk: (as: string, ...texts: readonly string[]) => Promise<Reply>;
  readonly press: (as: string, action: Action, change?: Partial<Turn>) => Promise<Reply>;
  /** What the process would have logged. */
  readonly reports: readonly { readonly code: string; readonly cause: unknown }[];
}

/** A desk on this store; the caller keeps the store. */
export function deskOn(store: Store): Desk {
  const reports: { code: string; cause: unknown }[] = [];
  const { handle } = openAssistant({ ...office, store }, (code, cause) => reports.push({ code, cause }));
  let turns = 0;
  const say: Desk["say"] = (as, text, change = {}) => {
    turns += 1;
    return handle({ id: `t${turns}`, conversation: "c", as, now: monday, text, ...change });
  };
  return {
    store,
    handle,
    say,
    reports,
    press: (as, action, change = {}) => say(as, "", { ...change, action }),
    async talk(as, ...texts) {
      let last: Reply | undefined;
      for (const text of texts) last = await say(as, text);
      if (last === undefined) throw new Error("nothing was said");
      return last;
    },
  };
}

/** What pressing a card's button sends. */
export function buttonOf({ actions, text }: Reply, kind: Action["kind"]): Action {
  const found = actions?.find(({ action }) => action.kind === kind)?.action;
  if (found === undefined) throw new Error(`no ${kind} button beside: ${text}`);
  return found;
}

/** A desk with an empty log of its own. */
export async function openDesk(): Promise<Desk> {
  const store = await openSqlite(":memory:");
  onTestFinished(() => store.close());
  return deskOn(store);
}
