import { open, stat } from "node:fs/promises";
import { readCsv } from "./read-csv.ts";
import { type RawWorkbook, type ReadLimits, UnreadableFile } from "./read-raw.ts";
import { readXls } from "./read-xls.ts";
import { readXlsx } from "./read-xlsx.ts";

/** Open a file by what it holds, whatever its name says. */
export async function readWorkbook(path: string, fileName: string, limits: ReadLimits): Promise<RawWorkbook> {
  const { size } = await stat(path);
  if (size === 0) throw new UnreadableFile("FILE_EMPTY", "文件是空的。", "请检查文件后重新上传。");
  if (size > limits.fileBytes) {
    const most = Math.floor(limits.fileBytes / 2 ** 20);
    throw new UnreadableFile("FILE_TOO_LARGE", `文件超过${most} MB，未读取。`, "请拆成几个文件上传。");
  }
  const head = Buffer.alloc(512);
  const file = await open(path, "r");
  await file.read(head, 0, 512, 0).finally(() => file.close());
  if (head.subarray(0, 4).equals(ZIP)) return readXlsx(path, limits);
  if (head.subarray(0, 8).equals(OLE)) return readXls(path);
  if (/^[\s\ufeff]*<(!doctype|html|table|\?xml|meta)/i.test(head.toString("utf8"))) {
    throw new UnreadableFile(
      "FILE_FORMAT",
      "文件是网页或 XML 表格，只是用了 Excel 的扩展名。",
      "请在 Excel 中打开，另存为 .xlsx 后上传。",
    );
  }
  return readCsv(path, fileName);
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
