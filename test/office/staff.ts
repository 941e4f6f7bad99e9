/**
 * An office of any size: who works there, who heads whom, and who must decide a leave of theirs.
 *
 * Takes    how many people. Returns the staff file's content, everybody who may file, and the chain as the document has it:
 *          一、(十)2, a day to the head of the section, two days to the leader in charge as well; 驾驶员 to the office.
 * The chain is written out here, and not asked of the program: it is what the program is held against.
 */
export interface Colleague {
  readonly id: string;
  readonly grade: "staff" | "deputy-section" | "section-head" | "driver";
  /** Who heads the section; of a head, nobody. */
  readonly head: string;
}

const perSection = 15;
export const leader = "fuju";
export const chief = "juzhang";
const office = "bangongshi";

const colleague = (id: string, grade: Colleague["grade"], head: string, section: string) => ({
  id,
  unit: "ziyang",
  grade,
  head,
  section,
  post: `${section} ${posts[grade]}`,
  email: `${id}@example.test`,
  countyRank: false,
});
const posts = { staff: "科员", "deputy-section": "副科长", "section-head": "科长", driver: "驾驶员" } as const;

/** The people of an office: its leaders, the office with its drivers, and sections with a head, a deputy head and staff. */
export function officeOf(size: number) {
  const drivers = Array.from({ length: Math.max(1, Math.floor(size / 50)) }, (_, n) =>
    colleague(`siji${n + 1}`, "driver", office, "办公室"),
  );
  const rest = size - drivers.length - 3;
  const members = Array.from({ length: rest }, (_, n) => {
    const number = Math.floor(n / perSection) + 1;
    const [section, head] = [`投资促进${number}科`, `kezhang${number}`];
    const place = n % perSection;
    if (place === 0) return colleague(head, "section-head", "", section);
    return colleague(`keyuan${n}`, place === 1 ? "deputy-section" : "staff", head, section);
  });
  const own = [colleague(office, "section-head", "", "办公室"), ...drivers, ...members];
  const leaders = [
    { ...colleague(leader, "staff", "", ""), grade: "leader", post: "分管副局长", countyRank: true },
    { ...colleague(chief, "staff", "", ""), grade: "bureau-head", post: "局长", countyRank: true },
  ];
  const heads = own.filter(({ grade }) => grade === "section-head");
  const sections = Object.fromEntries(heads.map(({ section, id }) => [section, id]));
  const led = { 分管局领导: leader, 分管财务领导: leader };
  const chiefs = { 局长: chief, 局主要领导: chief, 局主要负责同志: chief };
  const roles = { ...led, ...chiefs, 办公室主任: office, 局办公室: office };
  const intake = { role: "局办公室(按规定请示后处理)", holder: office };
  const unit = { roles, sectionHeadRoles: ["科长", "分局局长"], sections, intake };
  const people = [...leaders.map(({ section: _, ...one }) => one), ...own].map(({ head: _, ...one }) => one);
  return { file: { people, units: { ziyang: unit } }, colleagues: own as readonly Colleague[] };
}

/** Who must decide a 事假 of so many days, in turn. */
export function chainOf({ grade, head }: Colleague, days: number): readonly string[] {
  if (grade === "driver") return [office];
  if (grade === "section-head") return days === 1 ? [leader] : [leader, chief];
  return days === 1 ? [head] : [head, leader];
}
