/**
 * What asks and what only tells, between the commas of one message.
 */
import { expect, it } from "vitest";
import { askedParts } from "../../src/lib/asked-parts.ts";

it.each([
  ["开销哪个说了算,票据啥时候交回局里?", ["开销哪个说了算", "票据啥时候交回局里?"]],
  ["局长出差,会议纪要由谁签发", ["会议纪要由谁签发"]],
  ["想把那份来文借来用几天,咋个借", ["想把那份来文借来用几天", "咋个借"]],
  ["分局开销哪个说了算\uff0c票据啥时候交\uff1f", ["分局开销哪个说了算", "票据啥时候交?"]],
  ["公章谁管", ["公章谁管"]],
  ["我明天请假", []],
])("%s asks in %j", (message, parts) => expect(askedParts(message)).toEqual(parts));
