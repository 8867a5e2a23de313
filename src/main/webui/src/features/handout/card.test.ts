import { expect, it } from 'vitest'
import { daysUntil, geoLink, localTime, minutesBefore, type CardDuty } from './card'

it('tells the local time of a time zone', () => {
  expect(localTime(new Date('2022-05-02T21:30:00Z'), 'Asia/Shanghai')).toBe('2022-05-03T05:30')
  expect(localTime(new Date('2022-05-02T16:00:00Z'), 'Asia/Shanghai')).toBe('2022-05-03T00:00')
})

it('counts minutes back across midnight', () => {
  expect(minutesBefore('2022-05-03T00:10', 25)).toBe('2022-05-02T23:45')
  expect(minutesBefore('2022-05-03T05:30:00', 0)).toBe('2022-05-03T05:30')
})

it('counts days', () => {
  expect(daysUntil('2022-05-03', '2022-05-02T23:59')).toBe(1)
  expect(daysUntil('2022-05-03', '2022-05-03T05:30')).toBe(0)
})

it('a name of a site does not break out of the link to the map', () => {
  expect(geoLink({ location: { lat: 39.9, lon: 116.4 }, site: 'a)"><script>' } as CardDuty)).toBe('geo:39.9,116.4?q=39.9,116.4(a)%22%3E%3Cscript%3E)')
})
