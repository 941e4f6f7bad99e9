/**
 * Acts that are one move and no more (一句一动): known by their exact patterns, the same beside an open draft.
 *
 * Takes    an act. Returns its move, or nothing where the act takes more than its name to be understood.
 * Leaves   the acts that look at the rest of the message to anytime.ts.
 */
import type { Act } from "./acts.ts";
import type { Move } from "./move.ts";

const moves: Readonly<Partial<Record<Act, Move>>> = {
  waiting: { move: "waiting" },
  notices: { move: "notices" },
  help: { move: "help" },
  "how-to-change": { move: "help", about: "change" },
  "how-to-withdraw": { move: "help", about: "withdraw" },
  "how-to-resubmit": { move: "help", about: "resubmit" },
  "how-to-depute": { move: "help", about: "depute" },
  "leave-taken": { move: "leave-taken", of: "own" },
  "leave-taken-by-others": { move: "leave-taken", of: "overseen" },
  "leave-taken-by-one": { move: "leave-taken", of: "one" },
  away: { move: "away", of: "all" },
  "away-today": { move: "away", of: "today" },
  "is-there": { move: "away", of: "one" },
  "approver-away": { move: "who-decides-mine" },
  "who-stands-in": { move: "deputations", of: "own" },
  "stands-in-for": { move: "deputations", of: "held" },
  "deputation-of-others": { move: "tell", what: "not-yours-to-take" },
  "deputation-mine-too": { move: "tell", what: "still-yours" },
  "reason-of-shown": { move: "of-shown", asks: "reason" },
  hurry: { move: "of-shown", asks: "hurry" },
  complaint: { move: "of-shown", asks: "complaint" },
};

/** The move of an act that needs nothing else. */
export const exactly = (act: Act | undefined): Move | undefined => (act === undefined ? undefined : moves[act]);
