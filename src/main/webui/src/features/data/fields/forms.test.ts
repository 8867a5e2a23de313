import { describe, expect, it } from 'vitest'
import {
  FormError, parseDutyLimit, parseLocation, parsePerKind, parseShare, parseSuccessions, parseWhole,
  writeDutyLimit, writeLocation, writePerKind, writeShare, writeSuccessions,
} from './forms'

describe('numbers', () => {
  it('are nothing where nothing is written', () => {
    expect(parseWhole('  ')).toBeUndefined()
  })
  it('refuse what is no whole number', () => {
    expect(() => parseWhole('2.5')).toThrow(FormError)
    expect(() => parseWhole('two')).toThrow(FormError)
  })
  it('read percent and shares alike', () => {
    expect(parseShare('75%')).toBe(0.75)
    expect(parseShare('０.75'.replace('０', '0'))).toBe(0.75)
    expect(writeShare(0.07)).toBe('7%')
    expect(() => parseShare('%')).toThrow(FormError)
  })
})

describe('places', () => {
  it('are latitude, then longitude', () => {
    expect(parseLocation('39.92，116.41')).toEqual({ lat: 39.92, lon: 116.41 })
    expect(writeLocation({ lat: 39.92, lon: 116.41 })).toBe('39.92, 116.41')
  })
  it('refuse a half', () => {
    expect(() => parseLocation('39.92')).toThrow(FormError)
  })
})

describe('duty rules', () => {
  it('are required as a plain number, preferred with a weight', () => {
    expect(parseDutyLimit('5')).toBe(5)
    expect(parseDutyLimit('5 @ 20')).toEqual({ limit: 5, weight: 20 })
    expect(writeDutyLimit({ limit: 5, weight: 20 })).toBe('5 @ 20')
  })
  it('refuse a weight of nothing', () => {
    expect(() => parseDutyLimit('@ 20')).toThrow(FormError)
    expect(() => parseDutyLimit('5 @')).toThrow(FormError)
  })
  it('limit each kind', () => {
    const value = { limit: { night: 2, early: 3 }, weight: 20 }
    expect(parsePerKind('night=2; early=3; @ 20')).toEqual(value)
    expect(writePerKind(value)).toBe('night=2; early=3; @ 20')
    expect(parsePerKind('')).toBeUndefined()
  })
  it('forbid what follows', () => {
    expect(parseSuccessions('night > early; late > early')).toEqual([['night', 'early'], ['late', 'early']])
    expect(writeSuccessions([['night', 'early']])).toBe('night > early')
    expect(() => parseSuccessions('night early')).toThrow(FormError)
  })
})
