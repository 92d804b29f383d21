import { sayMany } from '../../../../../web/formats.ts'
import { defineWords } from '../../../../../web/words.ts'

const PEOPLE = { one: 'человек', few: 'человека', many: 'человек', other: 'человека' }
const PEDAGOGUES = { one: 'педагог', few: 'педагога', many: 'педагогов', other: 'педагога' }
const TEACHERS = { one: 'учитель', few: 'учителя', many: 'учителей', other: 'учителя' }

export const staffWords = defineWords(
  {
    title: 'Состав',
    sum: (people: string, pedagogues: string, rates: string) =>
      `Сотрудников ${people}, из них педагогов ${pedagogues}; занято ставок ${rates}`,
    nobody: 'Сейчас здесь никто не работает',
    nobodyDetail: 'Загрузите кадры или добавьте человека вручную.',
    age: 'Возраст',
    experience: 'Педагогический стаж',
    category: 'Категория',
    education: 'Образование',
    subject: 'Предметы',
    people: 'Педагогов',
    unknown: 'не указано',
    under: (years: string) => `до ${years} лет`,
    from: (years: string) => `${years} лет и больше`,
    between: (from: number, to: number) => `${from}–${to} лет`,
    missing: 'Чего не хватает',
    nothingMissing: 'Обо всех известно всё, что нужно показателям.',
    lacking: {
      snils: (count: number) => `Без СНИЛС: ${sayMany(count, 'ru', PEOPLE)}`,
      experience: (count: number) => `Без даты начала стажа: ${sayMany(count, 'ru', PEDAGOGUES)}`,
      category: (count: number) => `Категория не указана: ${sayMany(count, 'ru', PEDAGOGUES)}`,
      education: (count: number) => `Образование не указано: ${sayMany(count, 'ru', PEDAGOGUES)}`,
      position: (count: number) => `Должность не разобрана: ${sayMany(count, 'ru', PEOPLE)}`,
      subject: (count: number) => `Предмет не указан: ${sayMany(count, 'ru', TEACHERS)}`,
    },
  },
  {
    title: 'Staff in numbers',
    sum: (people, pedagogues, rates) => `${people} people, ${pedagogues} of them pedagogues; ${rates} rates taken`,
    nobody: 'Nobody works here at present',
    nobodyDetail: 'Load the staff or add somebody by hand.',
    age: 'Age',
    experience: 'Teaching experience',
    category: 'Category',
    education: 'Education',
    subject: 'Subjects',
    people: 'Pedagogues',
    unknown: 'not stated',
    under: (years) => `under ${years}`,
    from: (years) => `${years} and more`,
    between: (from, to) => `${from}–${to}`,
    missing: 'What is missing',
    nothingMissing: 'Everything the indicators need is known of everybody.',
    lacking: {
      snils: (count) => `No СНИЛС: ${sayMany(count, 'en', { one: 'person', other: 'people' })}`,
      experience: (count) =>
        `No start of experience: ${sayMany(count, 'en', { one: 'pedagogue', other: 'pedagogues' })}`,
      category: (count) => `Category not stated: ${sayMany(count, 'en', { one: 'pedagogue', other: 'pedagogues' })}`,
      education: (count) => `Education not stated: ${sayMany(count, 'en', { one: 'pedagogue', other: 'pedagogues' })}`,
      position: (count) => `Position not classified: ${sayMany(count, 'en', { one: 'person', other: 'people' })}`,
      subject: (count) => `Subject not stated: ${sayMany(count, 'en', { one: 'teacher', other: 'teachers' })}`,
    },
  },
)
