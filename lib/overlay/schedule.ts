const SPACING = 100;

/** Runs a task at most once a frame and ten times a second. A hidden tab has no frames: it catches up when it is shown. */
export function createSchedule(task: () => void, signal: AbortSignal): { soon(ms?: number): void } {
  let last = -Infinity;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;

  const run = () => {
    frame = 0;
    if (signal.aborted) return;
    last = performance.now();
    task();
  };
  const onTime = () => {
    timer = undefined;
    due = Infinity;
    if (signal.aborted || frame !== 0) return;
    // No frames come while the tab is hidden; the browser keeps this one for its return.
    frame = requestAnimationFrame(run);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });

  return {
    soon(ms = 0) {
      if (frame !== 0 || signal.aborted) return;
      const now = performance.now();
      const at = Math.max(now + ms, last + SPACING);
      if (at >= due) return;
      clearTimeout(timer);
      due = at;
      if (at <= now) onTime();
      else timer = setTimeout(onTime, at - now);
    },
  };
}
