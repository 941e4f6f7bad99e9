/**
 * A question that was heard as an act (听岔了): 文发完了,交办公室存几份 sounds like asking for a list, and asks of a clause.
 *
 * Takes    the scene and its move. Returns the clause's answer, where the move is one that questions are misheard as, the
 *          message asks something, and past questions are so like it that it is one of them; nothing where it is an act after all.
 * Why      what the log holds decides too: who has no request at all and nothing to decide hardly asks for a list.
 */
import type { Move } from "../../dialogue/move.ts";
import type { DialogueState } from "../../dialogue/state.ts";
import { waitingToday } from "../deciding/stand-ins.ts";
import { type Done, type Scene, told } from "../move.ts";
import { answerBySearch, nearness } from "./searching.ts";

/** How near a past question must be: nearer where a pattern heard the act, or where there is something to act on. */
const enough = { toldOfNothing: 1, likelyOfNothing: 0.6, likely: 1.1, form: 1.2 } as const;

/** What is done with lists and decisions. */
const acts: ReadonlySet<Move["move"]> = new Set<Move["move"]>(["waiting", "status", "decide", "withdraw"]);

/** 不走流程行不行 asks of the clause against it; it is refused where a pattern heard it. */
const isEvasion = (move: Move): boolean => move.move === "refuse" && move.why === "evade";

/** The answer to the question that it was; `before` is the state that the message met. */
export async function misheard(scene: Scene, move: Move, before: DialogueState): Promise<Done | undefined> {
  const { office, person, message } = scene;
  // No form is opened then, and nothing that opening it has changed stays.
  if (opensForm(scene, move)) {
    const { batching: _, ...state } = before;
    return nearness(scene) < enough.form ? undefined : told(scene, answerBySearch({ ...scene, state }));
  }
  if (!acts.has(move.move) && !(isEvasion(move) && !message.told)) return undefined;
  if (message.which.length > 0 || message.verdict !== undefined || !office.readers.acts.asks(message.folded))
    return undefined;
  const near = nearness(scene);
  if (near < (message.told ? enough.toldOfNothing : enough.likelyOfNothing)) return undefined;
  const listed =
    (await office.store.requests({ requester: person.id })).length +
    (await waitingToday(office, person.id, scene.now.date)).length;
  // 接待方案啥情况 is about the plan that was filed, where one was.
  const isQuestion = listed === 0 || (!message.told && near >= enough.likely);
  return isQuestion ? told(scene, answerBySearch(scene)) : undefined;
}

/** 下个月结婚,婚假有几天嘛 sounds like a leave to fill in: no words of a request, a question, and nothing filled in before. */
const opensForm = ({ message: { folded }, office: { readers } }: Scene, move: Move): boolean =>
  move.move === "ask" &&
  move.begun &&
  move.dropped === undefined &&
  readers.acts.asks(folded) &&
  !readers.acts.leadsRequest(folded);
