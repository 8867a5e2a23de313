import { describe, expect, it } from 'vitest'
import { scaleOf } from './timeScale'

const window = (start: string, end: string) => ({ id: start, round: 'r1', start, end })

describe('a scale of time', () => {
  it('goes from the first start to the last end', () => {
    const scale = scaleOf([window('2022-05-03T12:00', '2022-05-03T18:00'), window('2022-05-03T06:00', '2022-05-03T12:00')])
    expect(scale.shareOf('2022-05-03T06:00')).toBe(0)
    expect(scale.shareOf('2022-05-03T12:00')).toBe(0.5)
    expect(scale.shareOf('2022-05-03T18:00')).toBe(1)
  })

  it('has ticks at whole hours and knows midnight', () => {
    const { ticks } = scaleOf([window('2022-05-03T19:30', '2022-05-04T05:30')])
    expect(ticks.map((tick) => tick.at.slice(11))).toEqual(['20:00', '22:00', '00:00', '02:00', '04:00'])
    expect(ticks.find((tick) => tick.isMidnight)?.at).toBe('2022-05-04T00:00')
  })

  it('has few ticks over weeks', () => {
    expect(scaleOf([window('2022-05-03T06:00', '2022-05-31T06:00')]).ticks.length).toBeLessThan(16)
  })
})
