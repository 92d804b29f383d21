import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const comparisonWords = defineWords(
  {
    title: 'Что изменится',
    nothing: 'Ещё ничего не записано. Посмотрите, что изменится, и возьмите загрузку или отмените её.',
    stale: 'С тех пор данные района изменились',
    staleDetail: 'Сравнение устарело: взять загрузку можно, но выйдет, возможно, не совсем то. Сравните заново.',
    take: 'Взять',
    drop: 'Отменить',
    again: 'Сравнить заново',
    people: (added: number, changed: number) =>
      `Новых людей: ${added}; людей, о которых изменятся сведения: ${changed}`,
    file: 'Файл',
    rows: 'Строк',
    kinds: { new: 'Новые', changed: 'Изменятся', faulty: 'С ошибкой', gone: 'Нет в файле' },
    unchanged: 'Без изменений',
    search: 'Имя или номер строки',
    record: 'Запись',
    row: 'Строка',
    what: 'Что изменится',
    none: 'Таких строк нет',
    goneDetail:
      'Эти места работы есть в реестре, а в файле их нет. Сама загрузка их не тронет: откройте карточку человека и решите, уволен ли он, перешёл или просто пропущен.',
    empty: 'пусто',
    unread: 'Не прочитаны',
    records: (count: number) =>
      sayMany(count, 'ru', { one: 'запись', few: 'записи', many: 'записей', other: 'записи' }),
  },
  {
    title: 'What would change',
    nothing: 'Nothing is written yet. See what would change, then take the load or let it go.',
    stale: 'The data of the district have changed since',
    staleDetail: 'The comparison is old: the load can be taken, but may come to something else. Compare anew.',
    take: 'Take it',
    drop: 'Let it go',
    again: 'Compare anew',
    people: (added, changed) => `New people: ${added}; people of whom something changes: ${changed}`,
    file: 'File',
    rows: 'Rows',
    kinds: { new: 'New', changed: 'Changed', faulty: 'Faulty', gone: 'Not in the file' },
    unchanged: 'Unchanged',
    search: 'Name or number of the row',
    record: 'Record',
    row: 'Row',
    what: 'What would change',
    none: 'There are no such rows',
    goneDetail:
      'These places of work are in the registry and not in the file. The load itself leaves them alone: open the card and decide whether the person left, moved or was only missed out.',
    empty: 'empty',
    unread: 'Not read',
    records: (count) => sayMany(count, 'en', { one: 'record', other: 'records' }),
  },
)
