/** Words of what the federal register is told; part of those of the module. */
export const federalMessages = {
  ru: {
    problems: {
      federal_nothing_ready: {
        title: 'Передавать пока нечего',
        todo: 'Либо обо всех документах уже сообщили, либо в каждом чего-то не хватает: смотрите, чего, в списке.',
      },
      federal_file_empty: {
        title: 'В этом файле никого не осталось',
        todo: 'Данные людей из него удалены по их просьбе.',
      },
      federal_told_anew: {
        title: 'Об этом документе уже сообщили ещё раз',
        todo: 'После отказа он попал в другой файл: отметьте ответ там.',
      },
      federal_file_large: { title: 'Файл слишком большой', todo: 'Возьмите таблицу до 4 МБ.' },
    },
    fields: {
      country_code: 'три цифры кода страны по ОКСМ; Россия — 643',
      refusal_without_reason: 'напишите, почему отказано: так, как ответил реестр',
      federal_one_file: 'выберите один файл',
      federal_file_unread: 'это не таблица Excel и не CSV',
      federal_file_long: 'больше {{most}} строк',
      federal_columns_missing: 'нет знакомых столбцов: возьмите таблицу, которую выгружает эта страница',
    },
    tasks: {
      federal_due_one: 'Сообщить в ФИС ФРДО о {{count, number}} документе',
      federal_due_few: 'Сообщить в ФИС ФРДО о {{count, number}} документах',
      federal_due_many: 'Сообщить в ФИС ФРДО о {{count, number}} документах',
      federal_due_other: 'Сообщить в ФИС ФРДО о {{count, number}} документа',
    },
    notifications: { federal_ending: 'Кончается срок: пора сообщить в ФИС ФРДО о выданных документах' },
    federal: {
      sheet: 'Чего не хватает',
      columns: {
        id: '№ в Росте',
        number: 'Номер документа',
        holder: 'Кому выдан',
        organisation: 'Где работает',
        until: 'Сообщить до',
        lacks: 'Не хватает',
      },
      facts: {
        citizenship: 'Гражданство (код ОКСМ)',
        education: 'Образование',
        diplomaSurname: 'Фамилия в дипломе',
        diplomaSeries: 'Серия диплома',
        diplomaNumber: 'Номер диплома',
        studyForm: 'Форма обучения',
        funding: 'Кто платит за обучение',
        field: 'Область профессиональной деятельности',
        group: 'Укрупнённая группа специальностей',
        cause: 'Почему выдан взамен',
        surname: 'Фамилия, имя и отчество по отдельности',
        sex: 'Пол',
        snils: 'СНИЛС',
      },
      values: {
        education: { higher: 'высшее', secondary: 'среднее профессиональное' },
        studyForm: { in_person: 'очная', part_time: 'очно-заочная', by_correspondence: 'заочная' },
        funding: { budget: 'бюджет', paid: 'платно' },
        cause: { exchanged: 'обменян', lost: 'утрачен' },
      },
    },
  },
  en: {
    problems: {
      federal_nothing_ready: {
        title: 'There is nothing to tell yet',
        todo: 'Either all documents were told of, or each of them lacks something: the list says what.',
      },
      federal_file_empty: {
        title: 'Nobody is left in this file',
        todo: 'The data of the people in it was erased, as they asked.',
      },
      federal_told_anew: {
        title: 'This document was told of once more',
        todo: 'Refused, it went into another file: note the answer there.',
      },
      federal_file_large: { title: 'The file is too large', todo: 'Take a workbook of up to 4 MB.' },
    },
    fields: {
      country_code: 'three digits of the country (OKSM); Russia is 643',
      refusal_without_reason: 'say why it was refused, as the register answered',
      federal_one_file: 'choose one file',
      federal_file_unread: 'this is neither an Excel workbook nor a CSV',
      federal_file_long: 'more than {{most}} rows',
      federal_columns_missing: 'no column is known: take the workbook that this page gives',
    },
    tasks: {
      federal_due_one: 'Tell the federal register of {{count, number}} document',
      federal_due_other: 'Tell the federal register of {{count, number}} documents',
    },
    notifications: { federal_ending: 'A term ends: the federal register is to be told of documents given' },
    federal: {
      sheet: 'What is lacking',
      columns: {
        id: 'No. in Rost',
        number: 'Number of the document',
        holder: 'Given to',
        organisation: 'Works at',
        until: 'To be told by',
        lacks: 'Lacks',
      },
      facts: {
        citizenship: 'Citizenship (OKSM code)',
        education: 'Education',
        diplomaSurname: 'Surname in the diploma',
        diplomaSeries: 'Series of the diploma',
        diplomaNumber: 'Number of the diploma',
        studyForm: 'Form of study',
        funding: 'Who pays for the learning',
        field: 'Field of professional activity',
        group: 'Group of specialities',
        cause: 'Why it was given anew',
        surname: 'Surname, given name and patronymic apart',
        sex: 'Sex',
        snils: 'СНИЛС',
      },
      values: {
        education: { higher: 'higher', secondary: 'secondary vocational' },
        studyForm: { in_person: 'in person', part_time: 'part-time', by_correspondence: 'by correspondence' },
        funding: { budget: 'budget', paid: 'paid' },
        cause: { exchanged: 'exchanged', lost: 'lost' },
      },
    },
  },
} as const
