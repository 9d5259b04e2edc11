export type SendingMode = "partial" | "atomic" | "dryRun";

export interface Sent {
  readonly sendingId: string;
}

/** The upload did not come to a sending; the files are still with the page. */
export interface UploadFailure {
  readonly code: string;
  /** The server's own words, when it had any. */
  readonly message: string | null;
  readonly mend: string | null;
}

export interface Upload {
  readonly arrived: Promise<Sent>;
  readonly cancel: () => void;
}

/** Send files as one sending. `fetch` cannot tell how far an upload is, so this is the older request. */
export function sendFiles(files: readonly File[], mode: SendingMode, onShare: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const arrived = new Promise<Sent>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onShare(event.loaded / event.total);
    };
    request.onload = () => {
      const body = readJson(request.responseText);
      if (request.status === 202 && typeof body?.sendingId === "string") resolve({ sendingId: body.sendingId });
      else reject(failureOf(request.status, body));
    };
    request.onerror = () => reject(failure("UNREACHABLE"));
    request.onabort = () => reject(failure("CANCELLED"));
  });
  const form = new FormData();
  form.append("mode", mode);
  for (const file of files) form.append("files", file, file.name);
  request.open("POST", "/imports");
  request.setRequestHeader("accept", "application/json");
  request.send(form);
  return { arrived, cancel: () => request.abort() };
}

interface UploadBody {
  readonly sendingId?: unknown;
  readonly error?: { readonly code?: unknown; readonly message?: unknown; readonly mend?: unknown };
}

/** What an answer that is no 202 says; a gateway's page instead of JSON says nothing. */
export function failureOf(status: number, body: UploadBody | null): UploadFailure {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  const code = text(body?.error?.code);
  if (code) return { code, message: text(body?.error?.message), mend: text(body?.error?.mend) };
  return failure(status === 0 || status === 502 || status === 503 || status === 504 ? "UNREACHABLE" : "UNEXPECTED");
}

function failure(code: string): UploadFailure {
  return { code, message: null, mend: null };
}

function readJson(text: string): UploadBody | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? (value as UploadBody | null) : null;
  } catch {
    return null;
  }
}
