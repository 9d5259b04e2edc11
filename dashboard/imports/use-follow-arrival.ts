import { useCallback } from "react";
import { useNavigate } from "react-router";
import { type Arrival, useArrival } from "./upload-desk.ts";

/** When the server has taken the files, go to their sending: its address is the place to find it again. */
export function useFollowArrival(): void {
  const navigate = useNavigate();
  const follow = useCallback(
    ({ sendingId, previewId }: Arrival) => {
      void navigate(previewId ? `/imports/${sendingId}?preview=${previewId}` : `/imports/${sendingId}`);
    },
    [navigate],
  );
  useArrival(follow);
}
