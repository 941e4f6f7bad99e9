/**
 * What the log holds of an office's own targets (台账): items of the month, 引资 of the year.
 *
 * Takes    the scene, the rules about to be worked, the facts that say which month or year.
 * Returns  the scene with those sums, so that rules stay pure; the scene as it was where no rule takes them.
 * Leaves   what is owed to rules/. Only settled tallies count: what was taken back is out of the sum.
 *
 * A target is each office's own (READINGS), so an office counts what its own people filed, not the whole unit's.
 */
import type { Office } from "../../office.ts";
import { formOf } from "../../requests/form.ts";
import type { OfficeRequest, RequestType } from "../../requests/request.ts";
import type { Facts, SlotName } from "../../rules/slots.ts";
import { monthOf, yearOf } from "../../rules/tally.ts";
import type { Scene } from "../move.ts";

const sums: readonly SlotName[] = ["tallied", "raised"];

/** Do the unit's documents set a target that the form counts towards? A form that counts towards none is everybody's. */
export function hasTarget({ figures }: Office, unit: string, type: RequestType): boolean {
  const { targets } = formOf(type);
  return targets === undefined || targets.some((name) => figures.has(unit, name));
}

/** The scene with what the log says, where one of the rules takes it; `instead` is the tally that an amendment replaces. */
export async function withSums(scene: Scene, rules: readonly string[], facts: Facts, instead?: string): Promise<Scene> {
  const taken = rules.some((id) => scene.office.rules.of(id)?.slots.some((slot) => sums.includes(slot)));
  return taken ? { ...scene, logged: await sumsOf(scene, facts, instead) } : scene;
}

/** The sums of the asker's own office, for the month and the year that the facts are of. */
export async function sumsOf(
  { office, person, now }: Pick<Scene, "office" | "person" | "now">,
  facts: Facts,
  instead?: string,
): Promise<Facts> {
  const tallies = await office.store.requests({ unit: person.unit, types: ["tally"] });
  const own = ({ id, status, requester }: OfficeRequest): boolean =>
    status === "approved" &&
    id !== instead &&
    (office.staff.person(requester)?.section ?? person.section) === person.section;
  const counted = tallies.filter(own).map(({ fields }) => fields);
  const [month, year] = [monthOf(facts, now.date), yearOf(facts, now.date)];
  const sum = (slot: "reported" | "amount", period: string): number =>
    counted
      .filter((fields) => String(fields.month).startsWith(period))
      .reduce((total, fields) => total + Number(fields[slot] ?? 0), 0);
  return { tallied: sum("reported", month), raised: sum("amount", year) };
}
