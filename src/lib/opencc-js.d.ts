/** opencc-js ships this table without types: "繁 简 …|…", one character and its simplified forms an entry. */
declare module "opencc-js/dict/TSCharacters" {
  const entries: string;
  export default entries;
}
