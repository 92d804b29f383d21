/** Words of what people did elsewhere; part of those of the module. */
export const elsewhereMessages = {
  ru: {
    problems: {
      deed_known: {
        title: 'Похожее уже записано',
        todo: 'Посмотрите ниже, что это. Если ваша запись о другом, отметьте это и отправьте.',
      },
      deed_decided: {
        title: 'Эту запись уже подтвердили',
        todo: 'Если в ней ошибка, скажите тому, кто подтверждал: он вернёт запись вам.',
      },
      scan_too_large: {
        title: 'Файл слишком большой',
        todo: 'Возьмите файл до 5 МБ: снимите документ ещё раз с меньшим качеством.',
      },
    },
    fields: {
      one_scan: 'выберите один файл',
      no_scan: 'это не фотография и не PDF, как бы файл ни назывался: подойдут JPEG, PNG, WebP, PDF',
      retraining_below_law: 'переподготовка — не меньше 250 часов',
      not_of_kind: 'к такой записи это не относится',
      learning_by_document: 'обучение с документом добавляет тот, кому его выдали: нужен скан',
      own_deed: 'свою запись добавьте на странице «Моё»: её подтвердит другой',
    },
    asked: { learning: 'Обучение в других местах', deed: 'Что сделано в других местах' },
    tasks: {
      deed_asked_one: 'Подтвердить {{count, number}} запись о сделанном в других местах',
      deed_asked_few: 'Подтвердить {{count, number}} записи о сделанном в других местах',
      deed_asked_many: 'Подтвердить {{count, number}} записей о сделанном в других местах',
      deed_asked_other: 'Подтвердить {{count, number}} записи о сделанном в других местах',
    },
    notifications: {
      deed_confirmed: 'То, о чём вы сообщили, подтвердили: оно учтено',
      deed_returned: 'Вашу запись вернули: посмотрите, что поправить',
    },
  },
  en: {
    problems: {
      deed_known: {
        title: 'Something like this is on record',
        todo: 'See below what it is. If yours is of something else, mark that and send it.',
      },
      deed_decided: {
        title: 'This was confirmed',
        todo: 'If there is a mistake in it, tell whoever confirmed it: they send it back to you.',
      },
      scan_too_large: {
        title: 'The file is too large',
        todo: 'Take a file of up to 5 MB: photograph the document again at a lower quality.',
      },
    },
    fields: {
      one_scan: 'choose one file',
      no_scan: 'this is neither a photo nor a PDF, whatever the file is called: take JPEG, PNG, WebP or PDF',
      retraining_below_law: 'retraining has at least 250 hours',
      not_of_kind: 'does not belong to a record of this kind',
      learning_by_document: 'learning with a document is told of by whoever was given it: a scan is needed',
      own_deed: 'tell of your own on the page “Mine”: somebody else confirms it',
    },
    asked: { learning: 'Learning elsewhere', deed: 'What was done elsewhere' },
    tasks: {
      deed_asked_one: 'Confirm {{count, number}} record of what was done elsewhere',
      deed_asked_other: 'Confirm {{count, number}} records of what was done elsewhere',
    },
    notifications: {
      deed_confirmed: 'What you told of was confirmed and counts',
      deed_returned: 'What you told of was sent back: see what to mend',
    },
  },
} as const
