/**
 * The colleague whom a message names by their post (职务) or their id: 由办公室主任代我审批.
 *
 * Takes    the staff directory and who speaks, then a folded message. Returns the one colleague of the same unit who is
 *          named, other than the speaker; nothing where none is, or several could be meant.
 * Leaves   what is asked of them to the form. A role of the documents (分管局领导) means whoever holds it for the speaker.
 */
import type { Person, Staff } from "../requests/staff.ts";

/** Somebody named: their id, and the post they are called by. */
export interface Colleague {
  readonly id: string;
  readonly post: string;
}
export type ReadColleague = (folded: string) => Colleague | undefined;

/** A reader of the posts of one person's colleagues. */
export function colleaguesOf(speaker: Person, staff: Staff): ReadColleague {
  return (folded) => {
    const names = namesFor(speaker, staff).toSorted(([one], [other]) => other.length - one.length);
    const found = new Set<string>();
    let rest = folded.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
    for (const [name, id] of names) {
      const left = rest.replace(wordOf(name), (word) => " ".repeat(word.length));
      if (left !== rest) found.add(id);
      rest = left;
    }
    found.delete(speaker.id);
    const [only, ...others] = found;
    return only === undefined || others.length > 0 ? undefined : { id: only, post: staff.called(only) };
  };
}

/** 副局长 does not name the 局长, nor does 分局长; an id stands by itself. */
function wordOf(name: string): RegExp {
  const spelt = name.replace(/[^\p{L}\p{N}]/gu, "\\$&");
  return /^[a-z0-9_.-]+$/iu.test(name)
    ? new RegExp(`(?<![a-z0-9_.-])${spelt}(?![a-z0-9_.-])`, "giu")
    : new RegExp(`(?<![副分原前])${spelt}`, "gu");
}

/** What each colleague is called; a name that two of them answer to names nobody. */
function namesFor(speaker: Person, staff: Staff): readonly (readonly [name: string, id: string])[] {
  const called = new Map<string, Set<string>>();
  const add = (name: string, id: string): void => {
    if (name.length > 1) called.set(name, (called.get(name) ?? new Set()).add(id));
  };
  const colleagues = staff.people.filter(({ unit }) => unit === speaker.unit);
  for (const { id } of colleagues) {
    const post = staff.called(id).toLowerCase();
    add(id.toLowerCase(), id);
    add(post.replace(/\s/gu, ""), id);
    add(post.replace(/\s/gu, "").replace(/^分管/u, ""), id);
    // 副局 for 副局长.
    if (post.endsWith("副局长")) add("副局", id);
  }
  for (const [role, id] of staff.rolesFor(speaker)) add(role, id);
  // 科长 alone, where no other post is called so in full and only one ends so.
  const ends = Map.groupBy(colleagues, ({ id }) => staff.called(id).toLowerCase().split(/\s/u).at(-1) ?? "");
  for (const [end, holders] of ends) {
    const [one, ...others] = holders;
    if (one !== undefined && others.length === 0 && !called.has(end)) add(end, one.id);
  }
  return [...called].flatMap(([name, ids]) => {
    const [id, ...others] = ids;
    return id === undefined || others.length > 0 ? [] : [[name, id] as const];
  });
}
