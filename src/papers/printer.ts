/**
 * Which paper (打印件) somebody gets: the requester's, an approver's, and the intake office's, for the file.
 *
 * Takes    the templates, the directory, how its people and units are called, and the log.
 * Returns  the paper, or undefined: for an unknown id, a type that has no paper, and for whom it does not concern alike,
 *          so that an id alone tells nobody anything.
 */
import type { Library } from "../policy/library.ts";
import type { OfficeRequest } from "../requests/request.ts";
import { factsOf, type Staff } from "../requests/staff.ts";
import type { Store } from "../store/store.ts";
import { type Paper, paperOf } from "./paper.ts";
import type { Templates } from "./template.ts";

export interface Printer {
  /** Has this request a paper? */
  readonly prints: (request: OfficeRequest) => boolean;
  /** For somebody who asks by their own id. */
  readonly paperFor: (id: string, reader: string) => Promise<Paper | undefined>;
  /** For whoever holds the log itself. */
  readonly paper: (id: string) => Promise<Paper | undefined>;
}

export interface PrinterParts {
  readonly templates: Templates;
  readonly staff: Staff;
  /** By staff id: the post, and the name of the unit. */
  readonly called: readonly { readonly id: string; readonly post: string; readonly unit: string }[];
  readonly store: Pick<Store, "request">;
  /** Does its next step wait for this reader today, in their own right or in another's stead? */
  readonly waitsFor: (request: OfficeRequest, reader: string) => Promise<boolean>;
  readonly library: Pick<Library, "standing">;
}

export function openPrinter({ templates, staff, called, store, waitsFor, library }: PrinterParts): Printer {
  const named = (id: string) => called.find((one) => one.id === id);
  const postOf = (id: string) => named(id)?.post ?? id;
  const drawn = (request: OfficeRequest): Paper | undefined => {
    const template = templates.of(request.unit, request.type);
    if (template === undefined) return undefined;
    const person = staff.person(request.requester);
    const requester = { post: postOf(request.requester), facts: person === undefined ? {} : factsOf(person) };
    const unit = named(request.requester)?.unit ?? request.unit;
    return paperOf({ request, template, unit, requester, postOf, standing: library.standing });
  };
  const concerns = async (request: OfficeRequest, reader: string): Promise<boolean> => {
    const person = staff.person(request.requester);
    const intake = person === undefined ? undefined : staff.intake(person)?.approver;
    return (
      request.requester === reader ||
      intake === reader ||
      request.approvals.some(({ approver, by }) => approver === reader || by === reader) ||
      (await waitsFor(request, reader))
    );
  };
  return {
    prints: ({ unit, type }) => templates.of(unit, type) !== undefined,
    async paperFor(id, reader) {
      const request = await store.request(id);
      return request !== undefined && (await concerns(request, reader)) ? drawn(request) : undefined;
    },
    async paper(id) {
      const request = await store.request(id);
      return request === undefined ? undefined : drawn(request);
    },
  };
}
