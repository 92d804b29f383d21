import { describe, expect, it } from 'vitest'
import { createHeaderSearch } from './header.match.ts'
import { personColumns, personReference, required, type SheetDeclaration } from './sheet.declaration.ts'

const person = personReference('person_id', { ru: 'Записи', en: 'Records' })
const sheet: SheetDeclaration = {
  file: 'some.csv',
  sheet: null,
  order: 1,
  table: 'some.record',
  people: [person],
  key: [],
  columns: [required('Ставок по штату', { is: 'number' }, 'planned'), ...personColumns(person)],
}

describe('createHeaderSearch', () => {
  it('compares headers without case, ё, blanks, dashes', () => {
    const header = createHeaderSearch(sheet).offer([
      '№ П/П',
      ' СНИЛС ',
      'ставок\u00a0 по\nштату',
      'Телефон',
      'Телефон',
      '',
    ])
    expect(header).toMatchObject({
      places: [2, 1, -1, -1, -1, -1],
      ordinal: 0,
      ignored: ['№ П/П', 'Телефон', 'Телефон'],
    })
  })

  it('takes name and birth date in place of the number', () => {
    const row = ['Дата рождения', 'Имя', 'Фамилия', 'Ставок по штату']
    expect(createHeaderSearch(sheet).offer(row)).toBeDefined()
    expect(createHeaderSearch(sheet).offer(row.slice(1))).toBeUndefined()
  })

  it('takes the first of two equal headers and names the other', () => {
    const header = createHeaderSearch(sheet).offer(['СНИЛС', 'Ставок по штату', 'СНИЛС'])
    expect(header).toMatchObject({ places: [1, 0, -1, -1, -1, -1], ignored: ['СНИЛС'] })
  })

  it('names what the nearest row lacks', () => {
    const search = createHeaderSearch(sheet)
    for (const row of [['Отчёт'], ['Фамилия', 'Имя'], ['Имя']]) search.offer(row)
    expect(search.missing()).toEqual(['Ставок по штату', 'Дата рождения'])
  })

  it('names the number where nothing of a person is there', () => {
    const search = createHeaderSearch(sheet)
    search.offer(['Ставок по штату'])
    expect(search.missing()).toEqual(['СНИЛС'])
  })
})
