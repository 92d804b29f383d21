import { defineWords } from '../../../../web/words.ts'

export const noteWords = defineWords(
  {
    about:
      'Показатели на дату с разрезами, графиками и выводами одним файлом: что выделяется, кому обратить внимание, что не посчитано и почему.',
    date: 'На дату',
    compare: 'Сравнить с датой',
    compareHint: 'если не указать, с той же датой год назад',
    format: 'Формат',
    formatHints: {
      docx: 'Документ, который можно править; графики настоящие, с таблицами внутри.',
      pdf: 'Документ для печати и отправки.',
      xlsx: 'Таблицы без текста: показатели, срезы, ряды, кто не учтён.',
    },
    paper: 'Реквизиты документа',
    paperHint: 'Печатаются как есть и нигде не хранятся. Пустые останутся чертой, которую можно заполнить от руки.',
    number: 'Номер',
    signedOn: 'Дата документа',
    addressee: 'Кому',
    addresseeHint: 'например, «Начальнику отдела образования»',
    position: 'Должность подписавшего',
    signatory: 'Кто подписал',
    signatoryHint: 'например, «И. О. Фамилия»',
    make: 'Скачать справку',
    saved: 'Справка готова, она в загрузках браузера',
  },
  {
    about:
      'The figures of a day with slices, charts and conclusions in one file: what stands out, whose work it is, what is not counted and why. The note itself is in Russian.',
    date: 'As of',
    compare: 'Compare with',
    compareHint: 'a year before unless given',
    format: 'Format',
    formatHints: {
      docx: 'A document to be edited; its charts are real ones with their tables inside.',
      pdf: 'A document to print and send.',
      xlsx: 'Tables without text: indicators, slices, series, who is not counted.',
    },
    paper: 'Details of the document',
    paperHint: 'Printed as typed and kept nowhere. What is empty stays a line to be filled in by hand.',
    number: 'Number',
    signedOn: 'Date of the document',
    addressee: 'To',
    addresseeHint: 'such as “The head of the education department”',
    position: 'Position of who signs',
    signatory: 'Who signs',
    signatoryHint: 'such as “J. Smith”',
    make: 'Download the note',
    saved: 'The note is ready, it is among the browser’s downloads',
  },
)
