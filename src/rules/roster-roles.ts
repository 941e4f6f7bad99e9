/**
 * The three of a duty group (值班小组), and who is there for each: named in the message, or the office's own people.
 *
 * Takes    the facts. Returns the roles with the figure that says how many a day, and the people of each in their order.
 * Leaves   turns to duty-roster.ts, an existing roster to roster-check.ts. Where anybody is named nobody is added: names
 *          are never mixed with posts, and a role without names is asked for.
 */
import type { Facts, Grade } from "./slots.ts";

export const roles = [
  { slot: "leaders", label: "局领导", figure: "duty.leaders.a-day", grades: ["bureau-head", "leader"] },
  { slot: "heads", label: "科室负责人", figure: "duty.heads.a-day", grades: ["section-head", "deputy-section"] },
  { slot: "others", label: "职工", figure: "duty.others.a-day", grades: ["staff"] },
] as const satisfies readonly { slot: keyof Facts; label: string; figure: string; grades: readonly Grade[] }[];

export type Role = (typeof roles)[number]["slot"];

/** The columns of a roster. */
export const columns: readonly string[] = ["日期", ...roles.map(({ label }) => label)];

/** Figures that say how many of each role stand on a day. */
export const aDay: readonly string[] = roles.map(({ figure }) => figure);

export interface People {
  readonly of: Readonly<Record<Role, readonly string[]>>;
  /** Nobody was named: these are posts of the directory, and `leftOut` those that no role of the clause plainly covers. */
  readonly fromDirectory: boolean;
  readonly leftOut: readonly string[];
}

/** Who can be put on a roster. */
export function peopleOf(facts: Facts): People {
  const named = roles.some(({ slot }) => (facts[slot]?.length ?? 0) > 0);
  const listed = numbered(facts.directory ?? []);
  const every: readonly Grade[] = roles.flatMap(({ grades }) => grades);
  const group = (slot: Role): readonly string[] => {
    if (named) return [...new Set(facts[slot] ?? [])];
    const grades: readonly Grade[] = roles.find((role) => role.slot === slot)?.grades ?? [];
    return listed.filter(({ grade }) => grades.includes(grade)).map(({ post }) => post);
  };
  const leftOut = listed.filter(({ grade }) => !every.includes(grade)).map(({ post }) => post);
  return {
    of: { leaders: group("leaders"), heads: group("heads"), others: group("others") },
    fromDirectory: !named,
    leftOut: named ? [] : leftOut,
  };
}

/** Posts without what stands in brackets behind them; where several people hold the same one, numbered. */
function numbered(directory: NonNullable<Facts["directory"]>): NonNullable<Facts["directory"]> {
  const short = directory.map(({ post, grade }) => ({ post: post.replace(/[((,,::].*$/u, "").trim(), grade }));
  return short.map(({ post, grade }, at) => {
    const alike = short.filter((other) => other.post === post);
    const place = short.slice(0, at + 1).filter((other) => other.post === post).length;
    return { post: alike.length > 1 ? `${post}${place}` : post, grade };
  });
}

/** Somebody who is there for two roles could be due twice on one day. */
export function inTwoRoles({ of }: People): { readonly name: string; readonly slot: Role } | undefined {
  for (const [at, { slot }] of roles.entries()) {
    const before = roles.slice(0, at).flatMap((role) => of[role.slot]);
    const name = of[slot].find((one) => before.includes(one));
    if (name !== undefined) return { name, slot };
  }
  return undefined;
}
