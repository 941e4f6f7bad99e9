/**
 * The tree keeps its promises: which way imports point, who touches the world, and how a file looks.
 *
 * A folder's row names all it may import; a new folder needs a row. What a row forbids is forbidden on purpose:
 * rules know no dialogue, search no wording, the store no office, and a channel sees the assistant and nothing behind it.
 */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const folders: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  policy: ["lib"],
  search: ["lib", "policy"],
  rules: ["lib", "policy"],
  requests: ["lib", "policy", "rules"],
  dialogue: ["lib", "rules", "requests"],
  answer: ["lib", "policy", "search", "rules", "requests", "ingest"],
  store: ["lib", "requests"],
  // A paper is a value until a channel draws it: its labels are the card's, its sums and clauses the request's own.
  papers: ["lib", "policy", "rules", "requests", "answer", "store"],
  // An export is a value until it is drawn, as a paper is; whose rows it holds is decided here for every channel.
  exports: ["lib", "policy", "rules", "requests", "answer", "store"],
  moves: ["lib", "policy", "search", "rules", "requests", "dialogue", "answer", "exports", "store", "office.ts"],
  channels: ["lib", "policy", "answer", "papers", "exports", "assistant.ts"],
  ingest: ["lib", "policy", "answer"],
  "errors.ts": [],
  "config.ts": [],
  "command.ts": ["channels", "log-command.ts"],
  "log-command.ts": ["exports"],
  "law.ts": ["policy", "rules", "requests", "papers"],
  "moved.ts": ["policy", "papers", "search", "law.ts"],
  "office.ts": ["lib", "policy", "search", "requests", "dialogue", "store", "law.ts"],
  "assistant.ts": ["lib", "search", "requests", "dialogue", "answer", "moves", "store", "office.ts"],
  "clockwork.ts": ["lib", "moves", "requests", "office.ts"],
  "parts.ts": ["lib", "channels", "papers", "store", "assistant.ts", "office.ts"],
  "main.ts": ["wire.ts"],
  "wire.ts": [
    "lib",
    "channels",
    "papers",
    "exports",
    "ingest",
    "store",
    "policy",
    "search",
    "assistant.ts",
    "clockwork.ts",
    "law.ts",
    "moved.ts",
    "office.ts",
    "command.ts",
    "config.ts",
    "parts.ts",
    "log-command.ts",
  ],
};

/** Only the shapes of these cross the border, never their functions. */
const shapesOnly: readonly (readonly [from: string, to: string])[] = [
  ["moves", "store"],
  ["moves", "policy"],
  ["channels", "policy"],
  ["office.ts", "store"],
  ["answer", "ingest"],
  ["papers", "store"],
  ["exports", "store"],
];

interface Import {
  readonly of: string;
  readonly to: string;
  readonly target: string;
  readonly shape: boolean;
}

const statement = /^(?:import|export)\s+(?<type>type\s)?(?:[\w*{},\s$]+?\sfrom\s+)?"(?<target>[^"]+)";/gmu;

/** The folder of a file, or the file itself where it lies at the top. */
const partOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? "") : path);

function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(({ groups }) => {
    const target = groups?.target ?? "";
    const local = target.startsWith(".") ? normalize(join(dirname(path), target)) : target;
    return {
      of: path,
      to: target.startsWith(".") ? partOf(local) : "",
      target: local,
      shape: groups?.type !== undefined,
    };
  });
}

const files = globSync("src/**/*.ts")
  .map((path) => path.replaceAll("\\", "/").slice("src/".length))
  .filter((path) => !path.endsWith(".d.ts"))
  .sort()
  .map((path) => ({ path, text: readFileSync(join("src", path), "utf8") }));
const imports = files.flatMap(({ path, text }) => importsOf(path, text));
const own = imports.filter(({ to }) => to !== "");
const foreign = imports.filter(({ to }) => to === "");
const inWords = ({ of, target }: Import) => `${of} → ${target}`;

describe("imports", () => {
  it("are found: every file but those that need nobody has some", () =>
    expect(imports.length).toBeGreaterThan(files.length));
  it("have a row for every folder and every file at the top", () =>
    expect([...new Set(files.map(({ path }) => partOf(path)))].filter((part) => folders[part] === undefined)).toEqual(
      [],
    ));
  it.each(files)("of $path stay in its layer", ({ path }) => {
    const part = partOf(path);
    const may = ["errors.ts", part, ...(folders[part] ?? [])];
    expect(own.filter(({ of, to }) => of === path && !may.includes(to)).map(inWords)).toEqual([]);
  });
  it.each(shapesOnly)("from %s to %s are of types alone", (from, to) =>
    expect(own.filter((one) => partOf(one.of) === from && one.to === to && !one.shape).map(inWords)).toEqual([]),
  );
  it("of ingest/ reach nothing of answer/ but its wording, and those of channels nothing but the reply, the card and the words", () => {
    const into = (part: string) => own.filter(({ of, to }) => partOf(of) === part && to === "answer");
    expect(
      into("ingest")
        .filter(({ target }) => !target.startsWith("answer/wording/"))
        .map(inWords),
    ).toEqual([]);
    expect(
      into("channels")
        .filter(({ target }) => !/^answer\/(?:reply\.ts|card\.ts|wording\/)/u.test(target))
        .map(inWords),
    ).toEqual([]);
  });
  it("name the SQLite store inside store/ alone, and open a store in wire.ts alone", () => {
    const outside = own.filter(({ of }) => partOf(of) !== "store");
    expect(outside.filter(({ target }) => /store\/(?:sqlite|postgres)/u.test(target)).map(inWords)).toEqual([]);
    expect(outside.filter(({ target }) => target === "store/open.ts").map(({ of }) => of)).toEqual(["wire.ts"]);
  });
  it("of config.ts, command.ts and the office's opening are wire.ts's", () => {
    const users = (target: string) => own.filter((one) => one.target === target && !one.shape).map(({ of }) => of);
    expect([users("config.ts"), users("command.ts"), users("office.ts")]).toEqual([
      ["wire.ts"],
      ["wire.ts"],
      ["wire.ts"],
    ]);
    expect(users("main.ts")).toEqual([]);
  });
  it("of types say so, since the program runs as it stands", () =>
    expect(files.filter(({ text }) => /import \{ type [^,}]+ \} from/u.test(text)).map(({ path }) => path)).toEqual(
      [],
    ));
});

describe("the pure layers", () => {
  const pure = ["rules", "dialogue", "answer", "moves"];
  const pureAndIndexed = [...pure, "search", "requests"];

  it("rules, dialogue, answers and moves touch neither disk nor network", () =>
    expect(
      foreign.filter(({ of, target }) => pure.includes(partOf(of)) && target.startsWith("node:")).map(inWords),
    ).toEqual([]));
  it("need no package but zod, and neither do search and requests", () => {
    const packages = foreign.filter(
      ({ of, target }) => pureAndIndexed.includes(partOf(of)) && !target.startsWith("node:"),
    );
    expect(packages.filter(({ target }) => target !== "zod").map(inWords)).toEqual([]);
  });
  it("read the clock in wire.ts alone; channels may measure, lib/dates.ts makes dates of given instants", () => {
    const clock = /\bnew Date\(|\bDate\.now\b|\bDate\(\)|performance\.now/u;
    const mayRead = ({ path }: { path: string }) =>
      path === "wire.ts" || path === "lib/dates.ts" || partOf(path) === "channels";
    expect(files.filter((file) => clock.test(code(file.text)) && !mayRead(file)).map(({ path }) => path)).toEqual([]);
    const dates = files.find(({ path }) => path === "lib/dates.ts")?.text ?? "";
    expect(dates).not.toMatch(/new Date\(\)|Date\.now/u);
  });
  it("read the environment in config.ts, handed over by wire.ts", () =>
    expect(files.filter(({ text }) => /process\.env/u.test(code(text))).map(({ path }) => path)).toEqual([
      "config.ts",
      "wire.ts",
    ]));
  it("leave chance to nobody", () =>
    expect(files.filter(({ text }) => /Math\.random/u.test(code(text))).map(({ path }) => path)).toEqual([]));
});

describe("files", () => {
  it.each(files)("$path says first what it is", ({ text }) => expect(text.startsWith("/**\n * ")).toBe(true));
  it.each(files)("$path fits in a head", ({ text }) => expect(text.split("\n").length - 1).toBeLessThanOrEqual(250));
  it("have names that say what is in them", () => {
    const vague = /^(?:utils?|helpers?|common|index|misc|shared|manager|service|handler)\./u;
    expect(files.filter(({ path }) => vague.test(basename(path))).map(({ path }) => path)).toEqual([]);
  });
  it("export names, never a default, and hold nothing that Node cannot strip", () => {
    const odd =
      /^export default|^(?:export )?(?:declare )?enum |^(?:export )?namespace |constructor\((?:[^)]*,)?\s*(?:private|public|protected|readonly) \w+[?:]/mu;
    expect(files.filter(({ text }) => odd.test(text)).map(({ path }) => path)).toEqual([]);
  });
  it("leave no work for later", () =>
    expect(files.filter(({ text }) => /\b(?:TODO|FIXME|XXX)\b/u.test(text)).map(({ path }) => path)).toEqual([]));
});

describe("Chinese sentences", () => {
  it("stand in answer/wording, and in the labels of channels", () => {
    const mayTalk = (path: string) => path.startsWith("answer/wording/") || partOf(path) === "channels";
    const sentence = /["`](?:(?![[\\"`]|\(\?).)*\p{Script=Han}{3,}(?:(?![[\\"`]|\(\?).)*。/u;
    expect(
      files.filter(({ path, text }) => !mayTalk(path) && sentence.test(code(text))).map(({ path }) => path),
    ).toEqual([]);
  });
  it("have no other words beside them in what decides and finds, but for those named here; reading is for dialogue/ and lib/", () => {
    const tops = files.map(({ path }) => path).filter((path) => !path.includes("/"));
    const decides = [...tops, "moves", "search", "requests", "store"];
    const literal = /"[^"\n]*\p{Script=Han}[^"\n]*"|`[^`\n]*\p{Script=Han}[^`\n]*`/u;
    const found = files.filter(({ path, text }) => decides.includes(partOf(path)) && literal.test(code(text)));
    expect(found.map(({ path }) => path).toSorted()).toEqual(spoken);
  });
  it("are read by no pattern in rules/, requests/ and moves/, but for the one that is named here", () => {
    const pattern = /(?:[(,=:?&|!]\s*|^\s*)\/(?![/*])[^/\n"`]*\p{Script=Han}[^/\n]*\/[a-z]*/mu;
    const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\//gu, "").replace(/(?<=^|[\s;,)])\/\/.*$/gmu, "");
    const found = files.filter(
      ({ path, text }) => ["rules", "requests", "moves"].includes(partOf(path)) && pattern.test(bare(text)),
    );
    // The ten uses of the retained car are told apart by words of the errand.
    expect(found.map(({ path }) => path)).toEqual(["rules/retained-car.ts"]);
  });
});

/** Files that hold Chinese words today: values of a slot. */
const spoken = ["requests/forms-of-hosting.ts", "requests/forms.ts"];

/** The code without its comments and regular expressions, near enough for a search. */
function code(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//gu, "")
    .replace(/(?<=^|[\s;,)])\/\/.*$/gmu, "")
    .replace(/(?<=[(,=:?&|!]\s*|^\s*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/gmu, "//");
}
