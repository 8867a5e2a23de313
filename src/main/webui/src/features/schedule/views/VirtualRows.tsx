import type { Virtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'

/** The rows of a long list that are in sight, each at its place. Without `rowHeight` rows are as high as what they hold. */
export function VirtualRows({ list, rowHeight, children }: {
  list: Virtualizer<HTMLDivElement, Element>
  rowHeight?: number
  children: (index: number) => ReactNode
}) {
  return (
    <ul className="virtual" style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={rowHeight === undefined ? list.measureElement : undefined}
          data-index={index}
          aria-setsize={list.options.count}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start}px)`, height: rowHeight }}
        >
          {children(index)}
        </li>
      ))}
    </ul>
  )
}
