import type { DragEvent, KeyboardEvent, MouseEvent } from 'react'
import { useMemo } from 'react'
import { pinOf } from '../hand/pins'
import { unassign } from '../hand/changes'
import { originOf, useScheduleView, type Picked, type Target } from '../ScheduleContext'

const DRAGGED = 'application/x-muster-cadre'

/**
 * What happens on seats and people: one set of handlers for a whole list. Elements say by data-seat, data-demand and
 * data-cadre what they are.
 *
 * Click and Enter explain; m picks up or puts down, p pins or unpins, Delete takes off.
 */
export function useSeatEvents() {
  const { select, picked, pick, putDown, propose, isOpen, board } = useScheduleView()
  return useMemo(
    () => ({
      onClick(event: MouseEvent) {
        const seat = seatOf(event.target)
        if (seat === undefined) {
          return
        }
        if (picked !== undefined && isOpen) {
          putDown(picked, seat)
        } else {
          select(seat, originOf(event, seatElement(event.target)!))
        }
      },
      onKeyDown(event: KeyboardEvent) {
        const seat = seatOf(event.target)
        if (seat === undefined || event.ctrlKey || event.metaKey || event.altKey || !isOpen) {
          return
        }
        if (event.key === 'm') {
          if (picked !== undefined) {
            putDown(picked, seat)
          } else if (seat.cadre !== undefined) {
            pick(seat as Picked)
          }
        } else if (event.key === 'p' && seat.cadre !== undefined && seat.demand !== undefined) {
          propose(pinOf(board, seat.demand, seat.cadre))
        } else if (event.key === 'Delete' && seat.cadre !== undefined && seat.demand !== undefined) {
          propose(unassign(seat.demand, seat.cadre))
        } else {
          return
        }
        event.preventDefault()
      },
      onDragStart(event: DragEvent) {
        const seat = seatOf(event.target)
        if (seat?.cadre === undefined || !isOpen) {
          event.preventDefault()
          return
        }
        event.dataTransfer.setData(DRAGGED, JSON.stringify(seat))
        event.dataTransfer.effectAllowed = 'move'
      },
      onDragOver(event: DragEvent) {
        const element = seatElement(event.target)
        if (element !== undefined && event.dataTransfer.types.includes(DRAGGED)) {
          event.preventDefault()
          element.classList.add('drop-target')
        }
      },
      onDragLeave(event: DragEvent) {
        seatElement(event.target)?.classList.remove('drop-target')
      },
      onDrop(event: DragEvent) {
        const element = seatElement(event.target)
        const dragged = event.dataTransfer.getData(DRAGGED)
        if (element !== undefined && dragged !== '') {
          event.preventDefault()
          element.classList.remove('drop-target')
          putDown(JSON.parse(dragged) as Picked, seatOf(element)!)
        }
      },
    }),
    [select, picked, pick, putDown, propose, isOpen, board],
  )
}

function seatElement(target: EventTarget): HTMLElement | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-seat]') ?? undefined : undefined
}

function seatOf(target: EventTarget): Target | undefined {
  const element = seatElement(target)
  if (element === undefined) {
    return undefined
  }
  const { demand, cadre } = element.dataset
  return { ...(demand === undefined ? {} : { demand }), ...(cadre === undefined ? {} : { cadre }) }
}
