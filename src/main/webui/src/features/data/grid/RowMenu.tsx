import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { useFocusReturn } from '@/lib/ui/useFocusReturn'

/** Something that can be done with a row. */
export type RowAction = { key: string; label: string; isDangerous?: boolean; run: () => void }

/** The actions of a row below its button. One for the whole grid: a menu of its own in every row would slow scrolling. */
export function RowMenu({ button, label, actions, onClose }: {
  button: HTMLElement
  label: string
  actions: RowAction[]
  onClose: () => void
}) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  const { left, bottom, top } = button.getBoundingClientRect()
  const height = actions.length * 32 + 10
  const giveBack = useFocusReturn(button)
  const back = () => {
    onClose()
    giveBack() // at once: a dialog that is opened now gives it back to the button, too
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % buttons.length, ArrowUp: (at + buttons.length - 1) % buttons.length,
      Home: 0, End: buttons.length - 1,
    }
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      back()
    } else if (to[event.key] !== undefined) {
      event.preventDefault()
      buttons[to[event.key]!]?.focus()
    }
  }
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      onClose()
    }
  }
  return createPortal(
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className="row-menu"
      style={{ left, top: bottom + height > window.innerHeight ? top - height : bottom }}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {actions.map(({ key, label: text, isDangerous, run }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={isDangerous ? 'dangerous' : undefined}
          onClick={() => {
            back()
            run()
          }}
        >
          {text}
        </button>
      ))}
    </div>,
    document.body,
  )
}
