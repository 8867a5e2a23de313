let origin: HTMLElement | undefined

/** Remembers from where the keyboard opened the panel: it goes there again when the panel is closed. */
export function cameFrom(element: HTMLElement): void {
  origin = element
}

/** Remembers it where a click was a key press. */
export function cameByKey({ detail }: { detail: number }, element: HTMLElement): void {
  if (detail === 0) {
    cameFrom(element)
  }
}

/** Undefined where the panel was opened by a pointer: then the focus stays where it is. */
export function takeOrigin(): HTMLElement | undefined {
  const taken = origin
  origin = undefined
  return taken
}
