/**
 * A remark (补充说明) in a message: 补充:已附行程单, 不用改,说明一下:….
 *
 * Takes    a message. Returns what is added, as it was typed, private numbers masked; empty where nothing is.
 */
import { masked } from "../lib/mask.ts";

const lead =
  /^(?:这个|那个|退回的(?:那个)?)?(?:(?:不用|不|没有?|无需)改(?:了|动)?[,,。;; ]*)?(?:我)?(?:补充|说明)(?:一下|一句|说明|材料|如下|理由)*(?:是)?[\s::,,。]*/u;

/** The longest remark that is kept, in characters. */
const longest = 500;

/** What is added. */
export const remarkIn = (text: string): string => masked(text.replace(lead, "").trim()).slice(0, longest);
