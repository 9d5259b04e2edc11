/** The server's own limit, told before the wait and not after it. */
export const UPLOAD_LIMIT = 100 * 1024 * 1024;
export const MEGABYTES = UPLOAD_LIMIT / 1024 / 1024;
/** As many as the server takes at once. */
export const MOST_FILES = 40;
export const ACCEPTED = [".xlsx", ".xls", ".csv"] as const;

export type FileFault =
  | { readonly code: "EXTENSION"; readonly found: string }
  | { readonly code: "TOO_LARGE" | "EMPTY" | "TWICE" | "LOCK" | "CHANGED" };

export interface ChosenFile {
  readonly key: string;
  readonly file: File;
  readonly fault: FileFault | null;
}

/** Add files to those already chosen; what cannot be sent stays in the list with its reason. */
export function addFiles(chosen: readonly ChosenFile[], files: readonly File[]): readonly ChosenFile[] {
  const list = [...chosen];
  for (const file of files) {
    // The fresh copy of a file that changed takes its place.
    const stale = list.findIndex((one) => one.fault?.code === "CHANGED" && one.file.name === file.name);
    if (stale >= 0) list.splice(stale, 1);
    const twice = list.some((one) => one.fault === null && sameFile(one.file, file));
    const fault: FileFault | null = faultOf(file) ?? (twice ? { code: "TWICE" } : null);
    list.push({ key: `${nextKey++}`, file, fault });
  }
  return list;
}

/** What keeps a file from being sent, as far as can be told without reading it. */
export function faultOf(file: Pick<File, "name" | "size">): FileFault | null {
  const dot = file.name.lastIndexOf(".");
  const extension = dot < 0 ? "" : file.name.slice(dot).toLowerCase();
  // Excel keeps “~$name.xlsx” beside a workbook that is open; it is easily dragged along.
  if (file.name.startsWith("~$")) return { code: "LOCK" };
  if (!ACCEPTED.some((accepted) => accepted === extension)) return { code: "EXTENSION", found: extension };
  if (file.size === 0) return { code: "EMPTY" };
  return file.size > UPLOAD_LIMIT ? { code: "TOO_LARGE" } : null;
}

/** A file that was saved again or locked since it was chosen can no longer be read by the page. */
export async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

export interface Previewed {
  readonly fileName: string;
  readonly fileSha256: string;
}

/** Whether these are the files of a preview: by name, and by content where the browser can tell. */
export async function matchFiles(
  files: readonly File[],
  previewed: readonly Previewed[],
): Promise<{ readonly other: readonly string[]; readonly missing: readonly string[] }> {
  const other: string[] = [];
  const left = [...previewed];
  for (const file of files) {
    const digest = await sha256(file);
    const at = left.findIndex(
      (one) => one.fileName === file.name && (digest === null || one.fileSha256.toLowerCase() === digest),
    );
    if (at < 0) other.push(file.name);
    else left.splice(at, 1);
  }
  const missing = left.map((one) => one.fileName).filter((name) => !other.includes(name));
  return { other, missing };
}

/** Browsers hash only on https and localhost; on a plain intranet address names have to do. */
async function sha256(file: File): Promise<string | null> {
  if (typeof crypto === "undefined" || !crypto.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function sameFile(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

let nextKey = 1;
