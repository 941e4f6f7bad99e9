/**
 * Asking for paper in the chat: where the paper of one's own request is to be had.
 */
import { describe, expect, it } from "vitest";
import { openDesk } from "../../talks/desk.ts";

describe("who asks to print", () => {
  it.each(["打印我的请假条", "把我的请假打出来", "请假条怎么打印", "帮我把假条打印出来"])(
    "by %s is told where, with the number",
    async (text) => {
      const desk = await openDesk();
      const filed = await desk.talk("keyuan", "下周二请一天事假,搬家", "确认");
      const reply = await desk.say("keyuan", text);
      expect(reply).toMatchObject({ kind: "status", request: { id: filed.request?.id } });
      expect(reply.text).toContain(`npm run -s paper -- ${filed.request?.id}`);
      expect(reply.text).toContain("点“打印”");
    },
  );
  it("what was not filed is told to file it first", async () => {
    const desk = await openDesk();
    await desk.talk("keyuan", "下周二请一天事假,搬家", "确认");
    expect((await desk.say("keyuan", "打印出差审批单")).text).toContain("还没有可以打印的出差审批");
    expect((await desk.say("kezhang", "打印请假条")).text).toContain("还没有可以打印的请假");
  });
  it("while a form is open goes on with it", async () => {
    const desk = await openDesk();
    expect((await desk.talk("keyuan", "我要请假", "打印请假条")).text).toMatch(/还没有可以打印.*请问请的是哪种假/su);
  });
  it.each(["打印费怎么报销", "打印机坏了找谁", "出差打印资料花了80块能报吗"])("is not who says %s", async (text) =>
    expect((await (await openDesk()).say("keyuan", text)).text).not.toContain("可以打印"),
  );
});
