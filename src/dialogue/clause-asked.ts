/**
 * A clause asked for by its number: 三、(四)5 写的什么, 第六条原文.
 *
 * Takes    a folded message. Returns the address as it was said; nothing where the message is not about a text.
 * Leaves   which clause it is to policy/library.ts.
 */

const address =
  /(?:第[一二三四五六七八九十\d]+(?:部分|章|条|款|项|节|点))+(?:第?[((]?[一二三四五六七八九十\d]+[))]?(?:条|款|项|节|点)?)*|[一二三四五六七八九十]+、?[((][一二三四五六七八九十]+[))](?:第?\d+[条.、]?(?:\d+[))])?)?/u;

/** 看看第一条的详情 is about a list just shown, not about a clause. */
const aboutText = /写|规定|原文|条款|内容|怎么说|说的|讲的|[、(]/u;

/** The address, as it was said. */
export const clauseAsked = (folded: string): string | undefined =>
  aboutText.test(folded) ? address.exec(folded)?.[0] : undefined;
