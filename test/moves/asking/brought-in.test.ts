/**
 * A document that was brought in answers at once, though nobody has asked about it yet: lists whole, cells with their headings.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssistant, type Reply } from "../../../src/assistant.ts";
import { ingest } from "../../../src/ingest/ingest.ts";
import { openOffice } from "../../../src/office.ts";
import { openSqlite } from "../../../src/store/sqlite.ts";
import { monday } from "../../talks/desk.ts";

const text = `# 资阳市投资促进局宿舍管理办法

第一条 宿舍费用见下表:

| 房型 | 月租(元) | 水电(元) | 押金(元) |
| --- | --- | --- | --- |
| 单人间 | 220 | 60 | 500 |
| 套间 | 480 | 100 | 1000 |

第二条 家属探访可以住宿,每次不超过3晚,由办公室登记。
第三条 停车位按下列次序分配:
(一)残疾职工的车辆;
(二)怀孕职工的车辆;
(三)其他职工的车辆。
`;

const data = mkdtempSync(join(tmpdir(), "zhice-test-"));
let ask: (question: string) => Promise<Reply>;
beforeAll(async () => {
  cpSync("data", data, { recursive: true });
  const file = join(data, "dormitory.md");
  writeFileSync(file, text);
  const told = { unit: "ziyang", id: "dormitory", documentsDir: join(data, "documents"), today: "2026-11-23" };
  expect(await ingest([file], { ...told, write: () => undefined })).toBe(0);
  const store = await openSqlite(":memory:");
  const { handle } = openAssistant(openOffice(data, "data/staff.json", store), () => undefined);
  ask = (question) => handle({ id: question, conversation: question, as: "keyuan", now: monday, text: question });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe("of a document nobody has asked about", () => {
  it.each([
    ["家属可以在宿舍住几晚", "3晚"],
    ["套间押金多少", "1000元"],
    ["宿舍单人间一个月多少钱", "220元"],
  ])("%s is answered with %s", async (question, figure) => {
    const { kind, text, citations } = await ask(question);
    expect(kind).toBe("answer");
    expect(text.split("\n")[0]).toContain(figure);
    expect(citations[0]?.doc).toBe("dormitory");
  });
  it("only the column that is asked for is told, and the table is quoted", async () => {
    const { text, citations } = await ask("套间押金多少");
    expect(text.split("\n")[0]).not.toContain("480");
    expect(citations[0]?.quote).toContain("单人间");
  });
  it("a list is told whole, also to who asks about one of its items", async () => {
    for (const question of ["停车位先给谁", "怀孕的同事停车有优先吗"])
      expect((await ask(question)).text).toContain("残疾职工的车辆");
  });
});
