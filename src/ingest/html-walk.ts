/**
 * An HTML tree, node by node in reading order.
 *
 * Takes    a parse5 node. Returns events: an element opens or closes, a text stands there.
 * Why      a stack of our own: pages nest thousands of levels deep, and the engine's stack would not hold them.
 */
import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export type Step =
  | { readonly kind: "open" | "close"; readonly element: Element }
  | { readonly kind: "text"; readonly text: string };

/** Walks nodes; `skip` says which elements are passed over with all that is in them. */
export function* walk(nodes: readonly Node[], skip: (element: Element) => boolean): Generator<Step> {
  const waiting: (Node | { readonly closes: Element })[] = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("closes" in node) yield { kind: "close", element: node.closes };
    else if ("value" in node) yield { kind: "text", text: node.value };
    else if ("tagName" in node && !skip(node)) {
      yield { kind: "open", element: node };
      waiting.push({ closes: node });
      for (const child of node.childNodes.toReversed()) waiting.push(child);
    }
  }
}

/** The elements of these names below some nodes. */
export function elementsOf(nodes: readonly Node[], ...names: readonly string[]): readonly Element[] {
  return [...walk(nodes, () => false)].flatMap((step) =>
    step.kind === "open" && names.includes(step.element.tagName) ? [step.element] : [],
  );
}

/** The value of an attribute. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}
