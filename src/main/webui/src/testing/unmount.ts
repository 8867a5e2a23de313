import { cleanup } from '@testing-library/react'

/** Long enough for what React has scheduled to run, including what an unmounted component leaves. */
const UNTIL_IDLE_MS = 50

/**
 * Takes off the page what a test has rendered, and waits until React is idle: else its work goes on after the page of
 * the test file is gone, and the run fails with "window is not defined".
 */
export async function unmount(): Promise<void> {
  cleanup()
  await new Promise(resolve => setTimeout(resolve, UNTIL_IDLE_MS))
}
