/** Text for comparing words: full-width forms folded, every space and line break dropped. */
export function fold(text: string): string {
  return PLAIN.test(text) ? text : text.normalize("NFKC").replace(SPACES, "");
}

/** A header for comparing: folded, without the marks that people put around it (*, 其中：, a closing colon). */
export function foldHeader(text: string): string {
  return fold(text).replace(/[*★☆:·"'“”]/g, "");
}

/** A header without what stands in brackets: a unit (人), or the choices (新增/续期/增项). */
export function withoutBrackets(header: string): string {
  return header.replace(/\([^()]*\)/g, "").replace(/[[{【][^\]}】]*[\]}】]/g, "");
}

/** Text as it may be stored: ends trimmed, full-width letters, digits and spaces narrowed, line ends made one. */
export function tidy(text: string): string {
  return SIMPLE.test(text)
    ? text.trim()
    : text
        .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, narrow)
        .replace(ODD_SPACES, " ")
        .replace(/\r\n?/g, "\n")
        .replace(CONTROLS, "")
        .trim();
}

/** A dash of any kind between digits, as `-`. */
export function foldDashes(text: string): string {
  return text.replace(/[‐‑‒–—―−－﹣~～〜]/g, "-");
}

/** Cells that say nothing: people strike out what does not apply. */
export function isEmptyMark(text: string): boolean {
  return text === "" || (text.length <= 4 && EMPTY.test(text));
}

const PLAIN = /^[!-~\u4e00-\u9fff]*$/;
const SIMPLE = /^[ -~\u4e00-\u9fff]*$/;
const SPACES = /[\s\u200b-\u200d\ufeff\u2060]+/g;
const ODD_SPACES = /[\u00a0\u2000-\u200a\u202f\u3000\t]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they come with text pasted from other programs
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200d\ufeff\u2060]/g;
const EMPTY = /^\s*([-—–―－/／\\、.·…_]{1,3}|无|空|N\/A|n\/a)\s*$/;

function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
