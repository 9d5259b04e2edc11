import { useEffect, useSyncExternalStore } from "react";
import { addFiles, type ChosenFile, isReadable } from "./chosen-file.ts";
import { type SendingMode, sendFiles, type UploadFailure } from "./send-files.ts";

/**
 * What lies on the desk: the chosen files and an upload under way. It outlives the pages, so that going to look at
 * the history neither loses a file nor stops an upload. Files are kept in memory only: they hold ID numbers.
 */
export interface Desk {
  readonly files: readonly ChosenFile[];
  readonly atomic: boolean;
  readonly upload: { readonly mode: SendingMode; readonly share: number } | null;
  readonly failure: UploadFailure | null;
  /** The preview that was made of exactly these files. */
  readonly previewId: string | null;
}

/** A sending that the server has taken, and the preview that it follows. */
export interface Arrival {
  readonly sendingId: string;
  readonly mode: SendingMode;
  readonly previewId: string | null;
}

const EMPTY: Desk = { files: [], atomic: false, upload: null, failure: null, previewId: null };

let desk: Desk = EMPTY;
let cancelUpload: (() => void) | null = null;
const watchers = new Set<() => void>();
const followers = new Set<(arrival: Arrival) => void>();

export function useDesk(): Desk {
  return useSyncExternalStore(watch, () => desk);
}

/** Go along with an upload when it arrives; who looks at another page by then finds it in the history. */
export function useArrival(follow: (arrival: Arrival) => void): void {
  useEffect(() => {
    followers.add(follow);
    return () => {
      followers.delete(follow);
    };
  }, [follow]);
}

export function chooseFiles(files: readonly File[]): void {
  set({ files: addFiles(desk.files, files), failure: null, previewId: null });
}

export function removeFile(key: string): void {
  const left = desk.files.filter((one) => one.key !== key).map((one) => one.file);
  // Judged anew: the twin of a removed file is no twin any more.
  set({ files: addFiles([], left), failure: null, previewId: null });
}

/** Lay other files on the desk: the ones of a preview, chosen again after a reload. */
export function replaceFiles(files: readonly File[], previewId: string | null): void {
  set({ files: addFiles([], files), failure: null, previewId });
}

export function clearDesk(): void {
  set({ files: [], failure: null, previewId: null });
}

export function setAtomic(atomic: boolean): void {
  set({ atomic });
}

/** Send what lies on the desk; how it ends is on the desk too. */
export async function send(mode: SendingMode): Promise<void> {
  if (desk.upload) return;
  const sending = desk.files;
  const previewId = mode === "dryRun" ? null : desk.previewId;
  set({ upload: { mode, share: 0 }, failure: null });
  const readable = await Promise.all(sending.map((one) => isReadable(one.file)));
  if (readable.includes(false)) {
    const files = sending.map((one, at) => (readable[at] ? one : { ...one, fault: { code: "CHANGED" } as const }));
    set({ upload: null, files, failure: { code: "CHANGED", message: null, mend: null } });
    return;
  }
  const upload = sendFiles(
    sending.map((one) => one.file),
    mode,
    (share) => set({ upload: { mode, share } }),
  );
  cancelUpload = upload.cancel;
  window.addEventListener("beforeunload", hold);
  try {
    const { sendingId } = await upload.arrived;
    // After a preview the files wait for the decision; after a submission they have done their work.
    if (mode === "dryRun") set({ upload: null, previewId: sendingId });
    else set({ upload: null, files: [], atomic: false, previewId: null });
    for (const follow of followers) follow({ sendingId, mode, previewId });
  } catch (reason) {
    set({ upload: null, failure: reason as UploadFailure });
  } finally {
    cancelUpload = null;
    window.removeEventListener("beforeunload", hold);
  }
}

export function cancel(): void {
  cancelUpload?.();
}

/** The browser asks before it closes a page whose upload is under way. */
function hold(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function set(change: Partial<Desk>): void {
  desk = { ...desk, ...change };
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
