import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const distributionWords = defineWords(
  {
    title: 'Как по организациям',
    notRanking: 'Это не рейтинг: условия у организаций разные. Сравнивайте с похожими.',
    view: 'Вид',
    dots: 'точками',
    table: 'таблицей',
    highlight: 'Выделить организацию',
    nobody: 'не выделять',
    likeness:
      'Похожие: того же типа, ближе всего по числу обучающихся (если оно неизвестно — по числу тех, кого считаем).',
    axis: (least: string, middle: string, most: string) =>
      `Организации на одной шкале: от ${least} до ${most}, в середине ${middle}. Стрелки влево и вправо называют их по одной.`,
    compared: (label: string, value: string, least: string, most: string, middle: string) =>
      `${label}: ${value}. У похожих — от ${least} до ${most}, в середине района — ${middle}.`,
    small: (count: number) =>
      `${sayMany(count, 'ru', {
        one: 'организация не нарисована',
        few: 'организации не нарисованы',
        many: 'организаций не нарисовано',
        other: 'организации не нарисованы',
      })}: там меньше пяти человек, доля ничего бы не сказала.`,
    like: 'похожая',
    own: 'выделена',
    organisation: 'Организация',
    value: 'Значение',
    counts: 'Из скольких',
    mark: 'Сходство',
    outOf: (numerator: string, denominator: string) => `${numerator} из ${denominator}`,
    who: 'Кто это?',
    noData: 'нет данных',
  },
  {
    title: 'By organisation',
    notRanking: 'This is no ranking: organisations work under different conditions. Compare with like ones.',
    view: 'View',
    dots: 'as dots',
    table: 'as a table',
    highlight: 'Highlight an organisation',
    nobody: 'none',
    likeness: 'Like ones: of the same type, nearest by the number of pupils (where it is not known, of those counted).',
    axis: (least, middle, most) =>
      `Organisations on one scale: from ${least} to ${most}, ${middle} in the middle. The arrows name them one by one.`,
    compared: (label, value, least, most, middle) =>
      `${label}: ${value}. Like ones: from ${least} to ${most}; the middle of the district: ${middle}.`,
    small: (count) =>
      `${sayMany(count, 'en', { one: 'organisation is', other: 'organisations are' })} not drawn: fewer than five people there.`,
    like: 'alike',
    own: 'highlighted',
    organisation: 'Organisation',
    value: 'Value',
    counts: 'Of how many',
    mark: 'Likeness',
    outOf: (numerator, denominator) => `${numerator} of ${denominator}`,
    who: 'Who is that?',
    noData: 'no data',
  },
)
