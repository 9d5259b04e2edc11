/** Text as GB18030 bytes, in the one- and two-byte forms that ledgers in Chinese need. Throws on a character outside them. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= makeTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = table.get(character);
    if (pair === undefined) throw new Error(`no two-byte form in GB18030: ${character}`);
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return bytes.slice(0, length);
}

let table: Map<string, number> | undefined;

/** Node only decodes GB18030, so every pair is decoded once and the table turned round. */
function makeTable(): Map<string, number> {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== "\ufffd") pairs.set(character, (lead << 8) | trail);
    }
  return pairs;
}
