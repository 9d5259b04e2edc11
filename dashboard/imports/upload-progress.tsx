import { words } from "../words/imports.ts";
import type { UploadFailure } from "./send-files.ts";
import { cancel, type Desk } from "./upload-desk.ts";

/** How far the upload is, and the way to stop it. */
export function UploadProgress({ upload }: { readonly upload: NonNullable<Desk["upload"]> }) {
  const percent = Math.floor(upload.share * 100);
  const title = upload.share >= 1 ? words.uploading.handedOver : words.uploading.title(percent);
  return (
    <div className="imports-uploading">
      <p>{title}</p>
      <ProgressBar label={words.uploading.title(percent)} done={percent} total={100} />
      <p className="imports-hint">{words.uploading.note}</p>
      <button type="button" className="button" onClick={cancel}>
        {words.uploading.cancel}
      </button>
    </div>
  );
}

/** Why an upload did not arrive, in the server's words or in ours. */
export function UploadFailed({ failure }: { readonly failure: UploadFailure | null }) {
  if (!failure) return null;
  if (failure.code === "CANCELLED") {
    return (
      <p className="imports-hint" role="status">
        {words.uploading.cancelled}
      </p>
    );
  }
  const ours = failure.code === "UNREACHABLE" || failure.code === "CHANGED" ? failure.code : "UNEXPECTED";
  return (
    <div className="imports-refusal" role="alert">
      <p>
        <b>{failure.message ?? words.uploadFailed[ours].message}</b>
      </p>
      <p>{failure.mend ?? words.uploadFailed[ours].mend}</p>
    </div>
  );
}

/** A bar that fills; without a known total it only says that work goes on. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
}) {
  const known = total !== null && total > 0;
  return (
    <span
      className="imports-progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={known ? total : undefined}
      aria-valuenow={known ? Math.min(done, total) : undefined}
    >
      {known && (
        <>
          <i style={{ flexGrow: Math.min(done, total) }} />
          <s style={{ flexGrow: Math.max(0, total - done) }} />
        </>
      )}
    </span>
  );
}
