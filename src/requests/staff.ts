/**
 * The staff directory (人员): who is who, and who holds which role of the documents for whom.
 *
 * Takes    data/staff.json (or STAFF_FILE): people by id; a unit's roles, and the heads of its sections.
 * Returns  people by id, email or Slack id; the holder of a role as seen from a requester; the approvals of a route.
 * Leaves   which roles a request needs to route.ts, who stands in to deputies.ts, deciding to decision.ts.
 */
import { z } from "zod";
import { DataError } from "../errors.ts";
import { readJson } from "../lib/read-json.ts";
import { type Facts, grades } from "../rules/slots.ts";
import type { ApprovalStep } from "./request.ts";
import type { RoutedStep } from "./route.ts";

const person = z.strictObject({
  id: z.string().min(1),
  unit: z.string().min(1),
  post: z.string().min(1),
  grade: z.enum(grades),
  section: z.string().optional(),
  email: z.email(),
  slackId: z.string().optional(),
  /** 副县级及以上. */
  countyRank: z.boolean(),
  /** Who leads them, and who stands in for them where they named nobody themselves: ids of colleagues. */
  superior: z.string().optional(),
  deputy: z.string().optional(),
});
export type Person = Readonly<z.output<typeof person>>;

/** What a form, a route or a rule knows of somebody before a word is said. */
export const factsOf = ({ grade, countyRank }: Pick<Person, "grade" | "countyRank">): Facts => ({ grade, countyRank });

const unit = z.strictObject({
  /** A role in the documents' words → who holds it; null where nobody in the directory does. */
  roles: z.record(z.string(), z.string().nullable()),
  /** Roles that mean the head of the requester's own section. */
  sectionHeadRoles: z.array(z.string()),
  sections: z.record(z.string(), z.string()),
  /** Who takes in (受理) what the documents assign to nobody; null where no office in the directory does. */
  intake: z.strictObject({ role: z.string().min(2), holder: z.string() }).nullable(),
});
const file = z.strictObject({ people: z.array(person).min(1), units: z.record(z.string(), unit) });

export interface Staff {
  readonly people: readonly Person[];
  readonly person: (id: string) => Person | undefined;
  readonly byEmail: (email: string) => Person | undefined;
  readonly bySlackId: (slackId: string) => Person | undefined;
  /** Who holds a role for this requester; null when nobody does. */
  readonly holder: (role: string, requester: Person) => Person | null;
  /** Every role of the unit's chart that somebody holds for this person. */
  readonly rolesFor: (person: Person) => readonly (readonly [role: string, id: string])[];
  /** The office's step for a request that nobody is named for; undefined where there is none, or it is the requester's own. */
  readonly intake: (requester: Person) => ApprovalStep | undefined;
  /** Who takes in for a unit, and keeps its record (办公室); nobody where its chart has no such office. */
  readonly keeper: (unit: string) => Person | undefined;
  /** How a reply calls somebody: by the post alone. */
  readonly called: (id: string) => string;
  /** Who leads this person, and who leads them, up to the head of the unit. */
  readonly superiors: (id: string) => readonly Person[];
  /** Is some step of some chain this person's to decide? */
  readonly decides: (id: string) => boolean;
  /** Whose leaves this person keeps a record of: the office that takes in, the unit's; the head of a section, that section's. */
  readonly oversees: (person: Person) => "unit" | "section" | "own";
  /** Of whom this person may know that they are away: the office and the leaders, of the unit; anybody else, of the own section. */
  readonly seesAway: (person: Person) => "unit" | "section" | "own";
  /** The people of the same section; nobody where the person is of none. */
  readonly section: (person: Person) => readonly Person[];
}

/** The grades of a unit's leaders (局领导). */
const leads: ReadonlySet<Person["grade"]> = new Set<Person["grade"]>(["leader", "bureau-head"]);

/** Reads the directory; throws DataError where an id stands twice, or a role names someone who is not in it. */
export function openStaff(path: string): Staff {
  const { people, units } = readJson(path, file);
  const byId = new Map<string, Person>();
  for (const one of people) {
    if (byId.has(one.id)) throw new DataError(path, one.id, "this id stands twice: ids are unique");
    byId.set(one.id, one);
  }
  for (const { id, unit } of people)
    if (units[unit] === undefined)
      throw new DataError(path, id, `there is no unit ${unit}: use one of ${Object.keys(units).join(", ")}`);
  const known = (place: string, id: string | null): void => {
    if (id !== null && !byId.has(id))
      throw new DataError(path, place, `nobody has the id ${id}: correct it, or add them`);
  };
  for (const [name, { roles, sections, intake }] of Object.entries(units)) {
    known(`${name} intake`, intake?.holder ?? null);
    for (const [role, id] of Object.entries(roles)) known(`${name} ${role}`, id);
    for (const [section, id] of Object.entries(sections)) known(`${name} ${section}`, id);
  }
  for (const { id, superior, deputy } of people) {
    known(`${id} superior`, superior ?? null);
    known(`${id} deputy`, deputy ?? null);
    if (deputy === id) throw new DataError(path, `${id} deputy`, "nobody stands in for themselves: name a colleague");
    if (superiorsOf(id, byId).some((one) => one.id === id))
      throw new DataError(path, `${id} superior`, "superiors go round in a ring: the head of a unit has none");
  }

  const holder = (role: string, requester: Person): Person | null => {
    const chart = units[requester.unit];
    const ofSection = chart?.sectionHeadRoles.includes(role) === true;
    const id = ofSection ? chart?.sections[requester.section ?? ""] : chart?.roles[role];
    return byId.get(id ?? "") ?? null;
  };
  return {
    people,
    person: (id) => byId.get(id),
    byEmail: (email) => people.find((one) => one.email.toLowerCase() === email.toLowerCase()),
    bySlackId: (slackId) => people.find((one) => one.slackId === slackId),
    holder,
    rolesFor: (person) => {
      const chart = units[person.unit];
      return [...Object.keys(chart?.roles ?? {}), ...(chart?.sectionHeadRoles ?? [])].flatMap((role) => {
        const id = holder(role, person)?.id;
        return id === undefined ? [] : [[role, id] as const];
      });
    },
    called: (id) => byId.get(id)?.post.replace(/\(.*\)$/u, "") ?? id,
    superiors: (id) => superiorsOf(id, byId),
    decides: (id) =>
      Object.values(units).some(({ roles, sections, intake }) =>
        [...Object.values(roles), ...Object.values(sections), intake?.holder].includes(id),
      ),
    intake: (requester) => {
      const intake = units[requester.unit]?.intake ?? undefined;
      if (intake === undefined || intake.holder === requester.id) return undefined;
      return { role: intake.role, approver: intake.holder, status: "pending", apart: "intake" };
    },
    keeper: (unit) => byId.get(units[unit]?.intake?.holder ?? ""),
    oversees: ({ id, unit, section = "" }) => {
      const chart = units[unit];
      if (chart?.intake?.holder === id) return "unit";
      return chart?.sections[section] === id ? "section" : "own";
    },
    seesAway: ({ id, unit, section, grade }) => {
      if (units[unit]?.intake?.holder === id || leads.has(grade)) return "unit";
      return section === undefined ? "own" : "section";
    },
    section: ({ unit, section }) =>
      section === undefined ? [] : people.filter((one) => one.unit === unit && one.section === section),
  };
}

/** Up the chart from one person; each once, so that a ring is seen and not run round. */
function superiorsOf(id: string, people: ReadonlyMap<string, Person>): readonly Person[] {
  const found = new Set<Person>();
  let next = people.get(people.get(id)?.superior ?? "");
  while (next !== undefined && !found.has(next)) {
    found.add(next);
    next = people.get(next.superior ?? "");
  }
  return [...found];
}

/**
 * The approvals a request is filed with. A step that the requester holds himself falls away when somebody else decides
 * after him. As the last word it is passed over, and the office takes the request in: nobody approves what is theirs to
 * ask. Where no office can, it stays open with nobody to decide it, for a request must not count as approved without it.
 */
export function approvalsFor(steps: readonly RoutedStep[], requester: Person, staff: Staff): readonly ApprovalStep[] {
  const intake = staff.intake(requester);
  const held = steps.map((step) => ({ step, holder: staff.holder(step.role, requester) }));
  const isOwn = ({ holder }: (typeof held)[number]) => holder?.id === requester.id;
  const kept = held.filter((one, index) => !isOwn(one) || !held.slice(index + 1).some((later) => !isOwn(later)));
  const chain = kept.map((one): ApprovalStep => {
    const { role, source, entrusted } = one.step;
    const limit = entrusted === undefined ? {} : { entrusted: [...entrusted.grades] };
    if (!isOwn(one)) return { role, approver: one.holder?.id ?? null, status: "pending", ...limit, source };
    return { role, approver: null, status: intake === undefined ? "pending" : "skipped", apart: "own", source };
  });
  const open = kept.length === 0 || kept.some(isOwn);
  return open && intake !== undefined ? [...chain, intake] : chain;
}
