/**
 * The sender's styles with those of the correction added at the end, so that every other cell keeps its look. Faulty
 * cells copy their own style and take a fill; cells that hold long numbers become text as well, or Excel would round
 * the mended number again.
 */
export class CorrectionStyles {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #fills: string;
  readonly #formats: readonly string[];
  readonly #firstFill: number;
  readonly #added: string[] = [];
  readonly #known = new Map<string, number>();

  /** Takes the plain styles for a source that has none of its own. */
  constructor(senders: string | null) {
    const styles = readStyles(senders ?? PLAIN_STYLES)!;
    this.#xml = styles.xml;
    this.#prefix = styles.prefix;
    this.#fills = styles.fills;
    this.#formats = styles.formats;
    this.#firstFill = styles.fillCount;
  }

  faulty(style: number, severity: "error" | "warning", asText: boolean): number {
    const fill = this.#firstFill + (severity === "error" ? 0 : 1);
    return this.#add(`${style}|${severity}|${asText}`, () => {
      const filled = withAttributes(this.#format(style), { fillId: String(fill), applyFill: "1" });
      return asText ? withAttributes(filled, { numFmtId: TEXT_FORMAT, applyNumberFormat: "1" }) : filled;
    });
  }

  /** Text over several lines, for the reasons. */
  wrapped(): number {
    const p = this.#prefix;
    return this.#add("wrapped", () => {
      const alignment = `<${p}alignment vertical="top" wrapText="1"/>`;
      return `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${alignment}</${p}xf>`;
    });
  }

  xml(): string {
    const p = this.#prefix;
    const fill = (color: string): string =>
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${color}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    const fills = `<${p}fills count="${this.#firstFill + 2}">${this.#fills}${fill(RUST)}${fill(OCHRE)}</${p}fills>`;
    const formats = [...this.#formats, ...this.#added];
    const cells = `<${p}cellXfs count="${formats.length}">${formats.join("")}</${p}cellXfs>`;
    return this.#xml.replace(FILLS, () => fills).replace(CELLS, () => cells);
  }

  #format(style: number): string {
    return this.#formats[style] ?? this.#formats[0]!;
  }

  #add(key: string, make: () => string): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#added.push(make());
    const index = this.#formats.length + this.#added.length - 1;
    this.#known.set(key, index);
    return index;
  }
}

export function areReadableStyles(xml: string): boolean {
  return readStyles(xml) !== null;
}

/** Places in the plain styles, for sources without styles of their own. */
export const PLAIN = { general: 0, text: 1, day: 2, month: 3, header: 4, year: 5 } as const;

const RUST = "FFF9DDD0";
const OCHRE = "FFFBEBC8";
const TEXT_FORMAT = "49";
const FILLS = /<((?:\w+:)?)fills\b[^>]*>([\s\S]*?)<\/\1fills>/;
const CELLS = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/;

function readStyles(xml: string) {
  const [fills, cells] = [FILLS.exec(xml), CELLS.exec(xml)];
  if (!fills || !cells || fills[1] !== cells[1]) return null;
  const formats = cells[2]!.match(/<(?:\w+:)?xf\b(?:[^>]*?\/>|[\s\S]*?<\/(?:\w+:)?xf>)/g);
  const fillCount = fills[2]!.match(/<(?:\w+:)?fill\b/g)?.length ?? 0;
  if (!formats || fillCount === 0) return null;
  return { xml, prefix: cells[1]!, fills: fills[2]!, fillCount, formats };
}

/** The element with these attributes set in its opening tag. */
function withAttributes(element: string, attributes: Readonly<Record<string, string>>): string {
  const end = /\/?>/.exec(element)!.index;
  let tag = element.slice(0, end);
  for (const [name, value] of Object.entries(attributes)) {
    tag = `${tag.replace(new RegExp(`\\s${name}=("[^"]*"|'[^']*')`), "")} ${name}="${value}"`;
  }
  return tag + element.slice(end);
}

const PLAIN_STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="166" formatCode="yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDF1F5"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
