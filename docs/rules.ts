/**
 * The table of rules: `npm run -s rules`. Every rule and form by the part of the documents it stands on, and what proves it.
 *
 * Takes    data/, the worked cases of test/laws, the conversations of test/talks; each rule's first case is asked as it is run.
 * Returns  Markdown on standard output: rule, clauses cited, figures taken, question and answer, number of tests.
 *          Exit code 1, and the reason on standard error, where a row is empty or a rule has no case that it answers.
 */
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { typeName } from "../src/answer/wording/replies.ts";
import { openAssistant, type Reply } from "../src/assistant.ts";
import { readJson } from "../src/lib/read-json.ts";
import { type Office, openOffice } from "../src/office.ts";
import type { FigureBook, Figures } from "../src/policy/figures.ts";
import { requestTypes } from "../src/requests/request.ts";
import type { Rule } from "../src/rules/rule.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { talksOf } from "../test/talks/player.ts";

const now = "2026-11-23T09:00:00+08:00";
const { rows } = readJson(
  "docs/rules.json",
  z.strictObject({
    rows: z.record(z.string(), z.strictObject({ rules: z.array(z.string()), forms: z.array(z.enum(requestTypes)) })),
  }),
);
const lawCase = z.looseObject({ as: z.string(), ask: z.union([z.string(), z.array(z.string())]) });
type LawCase = z.output<typeof lawCase>;

const problems: string[] = [];
const none = await openSqlite(":memory:");
const office = openOffice("data", "data/staff.json", none);
await none.close();

/** Notes what is wrong; nothing stands where it was. */
function problem(text: string): readonly never[] {
  problems.push(text);
  return [];
}

/** What stands in a table's cell. */
function cell(text: string): string {
  return text.replaceAll("|", "/").replace(/\s+/g, " ");
}

async function ruleLine(rule: Rule): Promise<readonly string[]> {
  const { id } = rule;
  const title = office.rules.provision(id)?.title;
  const cases = casesOf(id);
  const [first] = cases;
  const name = title === undefined ? `\`${id}\`` : `${title} \`${id}\``;
  if (first === undefined) {
    problem(`${id}: no worked case in test/laws`);
    return [name, "", "", "", "0"];
  }
  const { shown, reply, taken } = await exampleOf(cases, first, id);
  const { citations } = reply;
  if (citations.length === 0) problem(`${id}: its first case cites nothing`);
  const clauses = [...new Set(citations.map(({ doc, clause }) => `${doc} ${clause}`))];
  const figures = [...new Set(taken)];
  return [
    name,
    clauses.slice(0, 4).join("; ") + (clauses.length > 4 ? " …" : ""),
    figures.length === 0
      ? `原文${citations.length}处`
      : figures.slice(0, 4).join("; ") + (figures.length > 4 ? " …" : ""),
    `${[shown.ask].flat().join(" → ")} ⇒ ${opening(reply)}`,
    String(cases.length + unitTests(id)),
  ];
}

/** The first case that the rule itself answers with something to do or to know; the first of all where each tells of silence. */
async function exampleOf(cases: readonly LawCase[], first: LawCase, id: string) {
  for (const shown of cases) {
    const taken: string[] = [];
    const { reply, by } = await asked(shown, { ...office, figures: watched(office.figures, taken) }, id);
    if ((by === id || onCard.has(id)) && reply.kind !== "abstain") return { shown, reply, taken };
  }
  const taken: string[] = [];
  const { reply, by } = await asked(first, { ...office, figures: watched(office.figures, taken) }, id);
  if (by !== id) problem(`${id}: none of its cases is answered by it; the first by ${by ?? "no rule"}`);
  return { shown: first, reply, taken };
}

function formLine(type: (typeof requestTypes)[number]): readonly string[] {
  const filed = talksOf("dialog").filter(({ turns }) =>
    turns.some(({ expect }) => expect?.request?.type?.includes(type)),
  );
  const [first] = filed;
  if (first === undefined) problem(`${type}: no conversation of test/talks/dialog.jsonl files it`);
  const day = now.slice(0, 10);
  const units = ["ziyang", "xingtai"].filter((unit) => office.routes.on(day).of(unit, type).length > 0);
  const steps = units.flatMap((unit) =>
    office.routes
      .on(day)
      .of(unit, type)
      .flatMap((route) => route.steps),
  );
  const clauses = [...new Set(steps.map(({ source }) => `${source.doc} ${source.clause}`))];
  const chain = [...new Set(steps.map(({ role, act }) => `${role}${act}`))];
  return [
    `${typeName[type]} \`${type}\``,
    clauses.slice(0, 4).join("; "),
    chain.slice(0, 4).join("; ") + (chain.length > 4 ? " …" : ""),
    first?.turns
      .map(({ say }) => say)
      .join(" → ")
      .slice(0, 80) ?? "",
    String(filed.length),
  ];
}

/** The reply to a case's last message, and the rule that gave it. */
async function asked(
  { as, ask }: LawCase,
  office: Office,
  id: string,
): Promise<{ reply: Reply; by: string | undefined }> {
  const store = await openSqlite(":memory:");
  const { handle } = openAssistant({ ...office, store }, (code, cause) => console.error(code, cause));
  let reply: Reply | undefined;
  for (const [at, text] of [ask].flat().entries()) {
    reply = await handle({ id: `${id}.${at}`, conversation: id, as, now, text });
  }
  const state = z.looseObject({ last: z.looseObject({ rule: z.string().optional() }).optional() });
  const by = state.parse((await store.conversation(`${id} ${as}`))?.state ?? {}).last?.rule;
  await store.close();
  if (reply === undefined) throw new Error(`${id}: nothing was asked`);
  return { reply, by };
}

/** Worked for a form's card, not by a question. */
const onCard: ReadonlySet<string> = new Set([
  ...["reception-plan", "claim-lines", "leave-return", "reception-list", "major-matter", "tally"],
]);

const opening = ({ text }: Reply): string => text.split("\n").find((line) => line.trim() !== "") ?? "";

function casesOf(id: string): readonly LawCase[] {
  const path = join("test/laws", `${id}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => lawCase.parse(JSON.parse(line)));
}

/** The unit tests beside the file that defines a rule in code. */
function unitTests(id: string): number {
  const home = globSync("src/rules/*.ts").find((path) => readFileSync(path, "utf8").includes(`id: "${id}"`));
  if (home === undefined) return 0;
  const mirror = join("test/rules", `${basename(home, ".ts")}.test.ts`);
  return existsSync(mirror) ? (readFileSync(mirror, "utf8").match(/^\s*it(?:\.each)?\(/gm) ?? []).length : 0;
}

/** The same figures; what is taken from them is noted with value and unit. */
function watched(book: FigureBook, taken: string[]): FigureBook {
  const noted = (figures: Figures): Figures => ({
    ...figures,
    get: (name) => {
      const { value, unit } = figures.get(name);
      taken.push(`${name} = ${value} ${unit}`);
      return figures.get(name);
    },
  });
  return { ...book, on: (unit, day) => noted(book.on(unit, day)) };
}

console.log("| 处 | 规则、表单 | 条款 | 标准 | 例 | 测试 |\n| --- | --- | --- | --- | --- | --- |");
for (const [row, { rules: named, forms }] of Object.entries(rows)) {
  const inCode = named.flatMap((id) => office.rules.of(id) ?? problem(`${row}: there is no rule ${id}`));
  const provisions = office.rules.provisions.filter((one) => one.row === row);
  const lines = [...(await Promise.all([...inCode, ...provisions].map(ruleLine))), ...forms.map(formLine)];
  if (lines.length === 0) problem(`${row}: the row is empty`);
  for (const [at, line] of lines.entries()) console.log(`| ${[at === 0 ? row : "", ...line.map(cell)].join(" | ")} |`);
}
const placed = new Set(Object.values(rows).flatMap((row) => row.rules));
for (const { id } of office.rules.all) {
  const row = office.rules.provision(id)?.row;
  if (!placed.has(id) && (row === undefined || rows[row] === undefined)) problem(`${id} stands in no row`);
}
for (const one of problems) console.error(one);
process.exitCode = problems.length === 0 ? 0 : 1;
