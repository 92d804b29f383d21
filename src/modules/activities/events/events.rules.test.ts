import { expect, test } from 'vitest'
import { daysBetween, fixedField, isPlanned, isWithin, lacksOf } from './events.rules.ts'

const DRAFT = {
  ...{ heldOn: '2026-03-10', lastOn: null, format: 'in_person' as const, where: 'Зал' },
  ...{ meetings: [{}], parts: [], wholeState: null },
}

test('a draft lacks what people would ask at once', () => {
  expect(lacksOf(DRAFT, '2026-03-10')).toEqual([])
  expect(lacksOf({ ...DRAFT, format: null, meetings: [], where: null }, '2026-03-10')).toEqual(['format', 'meetings'])
  expect(lacksOf({ ...DRAFT, where: null }, '2026-03-10')).toEqual(['place'])
  expect(lacksOf({ ...DRAFT, format: 'online', where: null }, '2026-03-10')).toEqual([])
  expect(lacksOf({ ...DRAFT, where: null, meetings: [], parts: [{}] }, '2026-03-10')).toEqual([])
  expect(lacksOf(DRAFT, '2026-03-11')).toEqual(['day_past'])
  expect(lacksOf({ ...DRAFT, lastOn: '2026-03-11' }, '2026-03-11')).toEqual([])
  expect(lacksOf({ ...DRAFT, wholeState: 'draft' }, '2026-03-10')).toEqual(['whole'])
})

test('who announced it answers for it; of what was held the facts stand', () => {
  expect(fixedField('draft', ['organiserId', 'title'])).toBeUndefined()
  expect(fixedField('announced', ['title', 'organiserId'])).toBe('organiserId')
  expect(fixedField('held', ['recording', 'heldOn'])).toBe('heldOn')
  expect(fixedField('cancelled', ['about'])).toBe('about')
  expect(isPlanned('announced')).toBe(true)
  expect(isPlanned('held')).toBe(false)
})

test('days of an event, over the end of winter time too', () => {
  expect(isWithin('2026-03-11', { heldOn: '2026-03-10', lastOn: '2026-03-11' })).toBe(true)
  expect(isWithin('2026-03-11', { heldOn: '2026-03-10', lastOn: null })).toBe(false)
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
})
