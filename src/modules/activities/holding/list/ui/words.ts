import { sayMany } from '../../../../../web/formats.ts'
import { defineWords } from '../../../../../web/words.ts'

export const listWords = defineWords(
  {
    title: 'Отметить по списку',
    about:
      'Вставьте список или выберите файл .xlsx, .csv: на строке фамилия и имя, можно организацию. Порядок столбцов не важен.',
    text: 'Список',
    file: 'Выбрать файл',
    compare: 'Сличить',
    compared: 'Список сличён с записанными',
    sure: (count: number) => `Узнаны: ${count}`,
    unclear: (count: number) =>
      `Нужно выбрать: ${sayMany(count, 'ru', { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })}`,
    none: 'В списке нет ни одной строки с именем.',
    whoIs: (text: string) => `Кто это: ${text}`,
    nobody: 'не отмечать',
    otherHint: 'Среди записанных такого нет: начните с фамилии или оставьте пустым',
    mark: (count: number) =>
      count === 0
        ? 'Отмечать некого'
        : `Отметить ${sayMany(count, 'ru', { one: 'человека', few: 'человека', many: 'человек', other: 'человека' })}`,
    marked: 'Люди из списка отмечены',
    anew: 'Другой список',
  },
  {
    title: 'Mark by a list',
    about:
      'Paste a list, or choose a file (.xlsx, .csv): surname and name on each line, an organisation if you like. The order of columns does not matter.',
    text: 'The list',
    file: 'Choose a file',
    compare: 'Compare',
    compared: 'The list was held against who enrolled',
    sure: (count) => `Known: ${count}`,
    unclear: (count) => `To be chosen: ${sayMany(count, 'en', { one: 'line', other: 'lines' })}`,
    none: 'The list has no line with a name.',
    whoIs: (text) => `Who is it: ${text}`,
    nobody: 'mark nobody',
    otherHint: 'Nobody like this has enrolled: begin with the surname, or leave it empty',
    mark: (count) =>
      count === 0 ? 'There is nobody to mark' : `Mark ${sayMany(count, 'en', { one: 'person', other: 'people' })}`,
    marked: 'Who stood on the list is marked',
    anew: 'Another list',
  },
)
