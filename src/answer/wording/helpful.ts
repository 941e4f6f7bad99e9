/**
 * Sentences for whoever says that an answer was the right one (有用).
 */
export const helpfulWords = {
  button: "有用",
  noted: (title: string, clause: string) => `已记下:这个问法对应《${title}》${clause}。`,
  stale: "这个答复之后又说了别的,没有记。要记请把那句话再问一次,看到答复就说“有用”。",
} as const;
