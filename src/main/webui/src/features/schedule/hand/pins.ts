import type { Board } from '../board/board'
import type { Change } from './changes'

/** Pins who is not pinned, and the other way round. */
export function pinOf(board: Board, demand: string, cadre: string): Change[] {
  const duty = board.lines.get(demand)?.duties.find((each) => each.cadre.id === cadre)
  return [{ op: duty?.pinned ? 'UNPIN' : 'PIN', demand, cadre }]
}
