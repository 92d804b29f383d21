import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const regionWords = defineWords(
  {
    title: 'Регион',
    about: (count: number, day: string) =>
      `${sayMany(count, 'ru', { one: 'район', few: 'района', many: 'районов', other: 'района' })} рядом, на ${day}`,
    district: 'Район',
    indicator: 'Показатель',
    note: 'Это не рейтинг: районы разного размера и с разным составом педагогов. Темнее — больше.',
    differs: 'считается по другому определению, сравнивать нельзя',
    missing: 'не считается',
    noData: 'нет данных',
    outOf: (numerator: string, denominator: string) => `${numerator} из ${denominator}`,
    open: (name: string) => `Открыть: ${name}`,
    only: 'В регионе один район: рядом поставить некого.',
  },
  {
    title: 'Region',
    about: (count, day) => `${sayMany(count, 'en', { one: 'district', other: 'districts' })} side by side as of ${day}`,
    district: 'District',
    indicator: 'Indicator',
    note: 'This is no ranking: districts differ in size and staff. Darker is more.',
    differs: 'counted by another definition, not to be compared',
    missing: 'not counted',
    noData: 'no data',
    outOf: (numerator, denominator) => `${numerator} of ${denominator}`,
    open: (name) => `Open: ${name}`,
    only: 'The region has one district: there is nothing to put beside it.',
  },
)
