import { number } from '@/lib/format'

/** Points with their direction, which is not left to colour. */
export function signed(points: number): string {
  return points > 0 ? `▲ +${number(points)}` : points < 0 ? `▼ −${number(-points)}` : '0'
}
