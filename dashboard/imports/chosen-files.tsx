import { words } from "../words/imports.ts";
import { type ChosenFile, type FileFault, MEGABYTES } from "./chosen-file.ts";
import { clearDesk, removeFile } from "./upload-desk.ts";

/** The files on the desk; one that cannot be sent says why and what to do. */
export function ChosenFiles({
  files,
  disabled,
}: {
  readonly files: readonly ChosenFile[];
  readonly disabled: boolean;
}) {
  if (files.length === 0) return null;
  const { columns } = words.choose;
  return (
    <table className="imports-table imports-chosen">
      <thead>
        <tr>
          <th scope="col">{columns.file}</th>
          <th scope="col" className="is-number">
            {columns.size}
          </th>
          <th scope="col">
            <span role="status">{words.choose.chosen(files.length)}</span>
          </th>
          <th scope="col" className="is-number">
            {files.length > 1 && (
              <button type="button" className="text-button" disabled={disabled} onClick={clearDesk}>
                {words.choose.clear}
              </button>
            )}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((one) => (
          <tr key={one.key}>
            <th scope="row" className="imports-file">
              {one.file.name}
            </th>
            <td className="is-number">{words.size(one.file.size)}</td>
            <td className={one.fault ? "is-refused" : ""}>{one.fault ? faultText(one.fault) : words.choose.ready}</td>
            <td className="is-number">
              <button
                type="button"
                className="text-button"
                disabled={disabled}
                aria-label={words.choose.removeLabel(one.file.name)}
                onClick={() => removeFile(one.key)}
              >
                {words.choose.remove}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function faultText(fault: FileFault): string {
  switch (fault.code) {
    case "EXTENSION":
      return words.choose.fault.EXTENSION(fault.found);
    case "TOO_LARGE":
      return words.choose.fault.TOO_LARGE(MEGABYTES);
    default:
      return words.choose.fault[fault.code];
  }
}
