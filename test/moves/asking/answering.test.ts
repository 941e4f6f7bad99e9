/**
 * Answering: no figure without its clause, silence is said, and the asker's unit decides.
 *
 * The past questions of data/questions and of the provisions are a sample of what staff ask: each 45th of them is asked here, by a person of
 * Ziyang and by one of Xingtai, and whatever is answered must stand in the documents word for word.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../src/assistant.ts";
import { openPoints, pointsOf } from "../../../src/search/points.ts";
import { documentsNamed } from "../../../src/search/words.ts";
import { openSqlite } from "../../../src/store/sqlite.ts";
import { type Desk, deskOn, office, openDesk } from "../../talks/desk.ts";
import { bare } from "../../talks/player.ts";

const { library } = office;
const points = [
  ...openPoints("data/questions", library),
  ...office.rules.provisions.flatMap(({ id, entries }) => pointsOf(id, entries)),
];
const asks = points.flatMap(({ source, asks }) => asks.map((ask) => ({ ask, doc: source.doc })));
const sample = asks.filter((_, at) => at % 45 === 0);

interface Exchange {
  readonly as: string;
  readonly ask: string;
  readonly doc: string;
  readonly reply: Reply;
}
const exchanges: Exchange[] = [];

beforeAll(async () => {
  const store = await openSqlite(":memory:");
  const desk = deskOn(store);
  for (const [at, { ask, doc }] of sample.entries()) {
    for (const as of ["keyuan", "xingtai"]) {
      exchanges.push({ as, ask, doc, reply: await desk.say(as, ask, { conversation: `question ${at}` }) });
    }
  }
  await store.close();
});

/** The source as the library itself quotes it, or the trouble it has with it. */
const inLibrary = ({ doc, clause, quote }: Reply["citations"][number]) => {
  try {
    return library.quote(doc, clause, quote);
  } catch (error) {
    return String(error);
  }
};

const falseQuotes = ({ citations }: Reply) =>
  citations.filter((source) => JSON.stringify(inLibrary(source)) !== JSON.stringify(source));

describe("past questions", () => {
  it("are cited word for word, clause and title too", () =>
    expect(exchanges.filter(({ reply }) => falseQuotes(reply).length > 0).map(({ ask }) => ask)).toEqual([]));
  it("are never answered and never worked without a citation", () => {
    const bare = exchanges.filter(
      ({ reply }) => ["answer", "calculation"].includes(reply.kind) && reply.citations.length === 0,
    );
    expect(bare.map(({ ask }) => ask)).toEqual([]);
  });
  it("show their sources in the text: each cited quote is there to read", () => {
    const flat = (text: string) => text.replace(/\n(?:> ?)?/gu, "");
    const hidden = exchanges.filter(
      ({ reply }) =>
        reply.kind === "answer" && reply.citations.some(({ quote }) => !flat(reply.text).includes(flat(quote))),
    );
    expect(hidden.map(({ ask }) => ask)).toEqual([]);
  });
  it("are answered, worked or told to be silent; at most 1 in 20 is taken for something else", () => {
    const own = exchanges.filter(({ as, doc }) => (doc.startsWith("xingtai") ? as === "xingtai" : as === "keyuan"));
    const odd = own.filter(({ reply }) => !["answer", "calculation", "abstain"].includes(reply.kind));
    expect(odd.length / own.length, odd.map(({ ask, reply }) => `${reply.kind} ${ask}`).join("\n")).toBeLessThan(0.05);
  });
  it("file nothing", () => expect(exchanges.filter(({ reply }) => reply.kind === "filed")).toEqual([]));
});

describe("a worked figure", () => {
  const questions = [
    ["calculation", "keyuan", "去成都出差3天,伙食补助和公杂费一共多少"],
    ["calculation", "keyuan", "去阿坝出差两天,单位派车,补助一共多少"],
    ["calculation", "keyuan", "商务接待来了8位客商,可以几个人陪"],
    ["calculation", "keyuan", "党组成员7人,来了4个人,能开会吗"],
    ["calculation", "xingtai", "今年在北京待了100天,够三分之二吗"],
    ["answer", "keyuan", "请两天事假谁批"],
    ["answer", "kezhang", "请三天事假谁批"],
    ["answer", "keyuan", "迟到20分钟算什么"],
    ["answer", "xingtaizhuren", "我请十天假跟谁请"],
  ] as const;
  it.each(questions)(
    "or a rule's word, is a %s for %s: %s, and carries its clauses verbatim",
    async (kind, as, question) => {
      const { say } = await openDesk();
      const reply = await say(as, question);
      expect(reply.kind).toBe(kind);
      expect(reply.citations.length).toBeGreaterThan(0);
      expect(falseQuotes(reply)).toEqual([]);
      for (const { quote } of reply.citations) expect(reply.text.replace(/\n> /gu, "\n")).toContain(quote);
    },
  );

  it("shows its formula, and its total is the sum of its lines", async () => {
    const { say } = await openDesk();
    const { result } = await say("keyuan", "去成都出差3天,伙食补助和公杂费一共多少");
    const amounts = result?.lines.map(({ amount }) => amount) ?? [];
    expect(amounts.length).toBeGreaterThan(0);
    expect(result?.total).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
    for (const { formula } of result?.lines ?? []) expect(formula).toContain("3");
  });

  it("is asked back for what it lacks, not guessed", async () => {
    const { say } = await openDesk();
    const asked = await say("keyuan", "出差3天补助多少");
    expect(asked).toMatchObject({ kind: "question", citations: [] });
    expect(await say("keyuan", "去成都")).toMatchObject({ kind: "calculation" });
  });

  it("without days is the rate of one day", async () => {
    const { say } = await openDesk();
    expect(await say("keyuan", "去成都出差补助一共多少钱")).toMatchObject({
      kind: "calculation",
      text: expect.stringMatching(/100.*天/u),
    });
  });

  it.each(["去成都出差3天补助多少", "去成都出差三天补助一共多少"])(
    "takes a length before 补助 for the length: %s",
    async (text) => {
      const { say } = await openDesk();
      expect((await say("keyuan", text)).result?.total).toBe(450);
    },
  );

  it("changes with what is changed: 那5天呢", async () => {
    const { talk } = await openDesk();
    const { result } = await talk("keyuan", "去成都出差3天,伙食补助和公杂费一共多少", "那5天呢");
    expect(result?.lines[0]?.formula).toContain("5");
  });
});

describe("the asker's unit", () => {
  const foreign = (reply: Reply, unit: string) =>
    reply.citations.filter(({ doc }) => library.document(doc).unit !== unit);
  const first = async (as: string, question: string): Promise<Reply> => (await openDesk()).say(as, question);

  it("answers first: leave in Xingtai is Xingtai's, in Ziyang Ziyang's", async () => {
    expect(foreign(await first("xingtai", "请三天假谁批"), "xingtai")).toEqual([]);
    expect(foreign(await first("keyuan", "请三天假谁批"), "ziyang")).toEqual([]);
  });
  it("never hears an answer of another unit alone without being told whose it is", () => {
    const own = (as: string) => (as === "xingtai" ? "xingtai" : "ziyang");
    const alien = exchanges.filter(
      ({ as, reply }) =>
        reply.kind === "answer" &&
        reply.citations.length > 0 &&
        foreign(reply, own(as)).length === reply.citations.length,
    );
    const unmarked = alien.filter(
      ({ ask, reply }) => !reply.text.includes("仅供参考") && documentsNamed(ask, office.searchWords).length === 0,
    );
    expect(alien.length).toBeGreaterThan(20);
    expect(unmarked.map(({ ask }) => ask)).toEqual([]);
  });
  it.each(["公章谁管", "租车要什么条件", "接待能喝酒吗", "党组会要到几个人"])(
    "of Xingtai that asks %s is told it is another's",
    async (question) => {
      const reply = await first("xingtai", question);
      if (foreign(reply, "xingtai").length > 0 && reply.kind === "answer") expect(reply.text).toContain("仅供参考");
      expect(reply.kind).not.toBe("calculation");
    },
  );
  it("is told so in a follow-up too", async () => {
    const { talk } = await openDesk();
    const reply = await talk("xingtai", "培训费怎么报", "去成都培训三天培训费怎么报");
    expect(foreign(reply, "xingtai")).not.toEqual([]);
    expect(reply.text).toContain("仅供参考");
  });
  it("may ask for another's by name, and gets it unmarked", async () => {
    const reply = await first("keyuan", "邢台的驻外办主任离岗十天向谁请假");
    expect(reply.citations.map(({ doc }) => doc)).toContain("xingtai-2008");
    expect(reply.text).not.toContain("仅供参考");
  });
});

describe("silence", () => {
  const talk = async (desk: Desk, question: string) => desk.say("keyuan", question);
  it.each(["食堂周三吃什么", "WiFi密码多少", "年终奖发几个月"])("%s: no figure is made up", async (question) => {
    const reply = await talk(await openDesk(), question);
    expect(reply.kind).toBe("abstain");
    const told = reply.text.split("出处")[0] ?? "";
    expect(told.match(/\d+(?:元|台|个月)/gu) ?? []).toEqual([]);
  });
  it.each(["今天天气怎么样", "帮我写个爬虫", "讲个笑话"])("%s is not the office's, and says so", async (question) =>
    expect(await talk(await openDesk(), question)).toMatchObject({ kind: "abstain", citations: [] }),
  );
});

describe("a reply", () => {
  it.each([
    "公章归谁管",
    "出差去成都3天补助多少",
    "坐飞机和坐高铁分别谁批",
    "请两天事假谁批?坐动车能坐一等座吗?",
    "三、(四)5 写的什么",
    "帮我把一顿饭拆成三张发票,躲开上限",
  ])("shows every clause that it cites, word for word: %s", async (text) => {
    const { say } = await openDesk();
    const reply = await say("keyuan", text);
    expect(reply.citations.length).toBeGreaterThan(0);
    const shown = reply.text.replaceAll("\n> ", "\n");
    for (const { quote } of reply.citations) expect(bare(shown)).toContain(bare(quote));
  });
});
