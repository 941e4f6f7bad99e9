import { PassThrough, Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { serveLines } from "../../src/channels/json-lines.ts";
import { type FakeAssistant, fakeAssistant, noon, notice, reply, speakers } from "./fake-assistant.ts";

async function answers(input: string | readonly Uint8Array[], assistant: FakeAssistant = fakeAssistant()) {
  const output = new PassThrough();
  const bytes = typeof input === "string" ? [Buffer.from(input)] : input;
  const written = output.toArray();
  await serveLines({ input: Readable.from(bytes), output, assistant, speakers, now: () => noon });
  output.end();
  const text = Buffer.concat(await written).toString();
  return text
    .split("\n")
    .slice(0, -1)
    .map((line): Record<string, unknown> => JSON.parse(line));
}

describe("the conversation service", () => {
  it("answers a line with a line that carries its id", async () => {
    const assistant = fakeAssistant();
    const message = { id: "x", conversation: "c1", as: "kezhang", now: "2026-11-23T09:00:00+08:00", text: "你好" };
    expect(await answers(`${JSON.stringify(message)}\n`, assistant)).toEqual([
      { id: "x", kind: "answer", text: "您说:你好", citations: [] },
    ]);
    expect(assistant.turns).toEqual([message]);
  });

  it("takes the default dialogue, the default speaker and the machine's clock where none is named", async () => {
    const assistant = fakeAssistant();
    await answers('{"text":"你好","as":null}\n', assistant);
    expect(assistant.turns).toMatchObject([{ conversation: "main", as: "keyuan", now: noon, text: "你好" }]);
  });

  it("keeps the order, also when an early answer is slow", async () => {
    const slow: FakeAssistant = {
      ...fakeAssistant(),
      handle: async ({ text }) => {
        for (let wait = Number(text); wait > 0; wait--) await setImmediate();
        return reply(text);
      },
    };
    const found = await answers('{"id":1,"text":"50"}\n{"id":2,"text":"0"}\n{"id":3,"text":"9"}\n', slow);
    expect(found.map((one) => one.id)).toEqual([1, 2, 3]);
  });

  it("answers every bad line in its place and goes on", async () => {
    const lines = [
      "no json",
      "",
      "[1]",
      '"text"',
      "null",
      '{"id":"a"}',
      '{"id":"b","text":7}',
      '{"id":"c","text":"x","as":"nobody"}',
      '{"id":"d","text":"x","now":"yesterday"}',
      '{"id":"e","text":"x","now":"2026-02-30T09:00:00+08:00"}',
      '{"id":"f","text":"broken',
      `{"id":"g","text":"${"长".repeat(20_001)}"}`,
      `{"id":"h","text":"${"x".repeat(300_000)}"}`,
      '{"id":"last","text":"好"}',
    ];
    const found = await answers(lines.join("\n"));
    expect(found.map((one) => one.kind)).toEqual([...Array(13).fill("error"), "answer"]);
    expect(found.slice(5).map((one) => one.id)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "last"]);
    expect(found.every((one) => typeof one.text === "string" && one.text !== "")).toBe(true);
  });

  it("reads characters that are cut between two chunks, line ends of Windows and a byte order mark", async () => {
    const bytes = Buffer.from('\ufeff{"text":"请假"}\r\n');
    const found = await answers([bytes.subarray(0, 14), bytes.subarray(14, 15), bytes.subarray(15)]);
    expect(found[0]?.text).toBe("您说:请假");
  });

  it("answers bytes that are no UTF-8 as an error", async () => {
    const found = await answers([Buffer.from([0x7b, 0xff, 0xfe, 0x0a]), Buffer.from('{"text":"好"}\n')]);
    expect(found.map((one) => one.kind)).toEqual(["error", "answer"]);
  });

  it("takes control characters and lone surrogates out of a message", async () => {
    const assistant = fakeAssistant();
    await answers(`${JSON.stringify({ text: "请\u0000\u001b[31m假\u202e" })}\n{"text":"a\\ud800b"}\n`, assistant);
    expect(assistant.turns.map((turn) => turn.text)).toEqual(["请假", "a\ufffdb"]);
  });

  it("passes a pressed button on", async () => {
    const assistant = fakeAssistant({ approve: reply("同意了", { kind: "approval" }) });
    const action = { kind: "approve", request: "Q-1", version: 2 };
    const found = await answers(`${JSON.stringify({ text: "", action })}\n`, assistant);
    expect(found[0]?.kind).toBe("approval");
    expect(assistant.turns[0]?.action).toEqual(action);
  });

  it("says nothing unasked, and notes what a reply has told once it is written", async () => {
    const assistant = fakeAssistant({ 我的通知: reply("一条", { kind: "status", notices: ["1"] }) }, [
      notice("1", "keyuan", "已批准。"),
    ]);
    const found = await answers('{"text":"你好"}\n', assistant);
    expect(found).toEqual([{ kind: "answer", text: "您说:你好", citations: [] }]);
    expect(assistant.shown).toEqual([]);
    expect(await answers('{"text":"我的通知"}\n', assistant)).toEqual([
      { kind: "status", text: "一条", citations: [] },
    ]);
    expect(assistant.shown).toEqual(["1"]);
  });

  it("ends quietly when nobody reads any more", async () => {
    const output = new PassThrough();
    const assistant = fakeAssistant();
    const input = Readable.from([Buffer.from('{"text":"一"}\n'), Buffer.from('{"text":"二"}\n')]);
    output.destroy();
    await serveLines({ input, output, assistant, speakers, now: () => noon });
    expect(assistant.turns).toHaveLength(1);
  });

  it("reads no further line while the output is full", async () => {
    const output = new PassThrough({ highWaterMark: 1 });
    const assistant = fakeAssistant();
    const input = Readable.from(['{"text":"一"}\n{"text":"二"}\n{"text":"三"}\n'].map((line) => Buffer.from(line)));
    const served = serveLines({ input, output, assistant, speakers, now: () => noon });
    for (let wait = 0; wait < 20; wait++) await setImmediate();
    expect(assistant.turns.length).toBeLessThan(3);
    output.resume();
    await served;
    expect(assistant.turns).toHaveLength(3);
  });
});
