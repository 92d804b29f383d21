/** Words of learning elsewhere; part of those of the module. */
export const elsewhereMessages = {
  ru: {
    problems: {
      learning_known: {
        title: 'Похожее обучение уже записано',
        todo: 'Посмотрите ниже, что это. Если ваш документ о другом, отметьте это и отправьте.',
      },
      learning_decided: {
        title: 'Этот документ уже подтвердили',
        todo: 'Если в нём ошибка, скажите тому, кто подтверждал: он вернёт документ вам.',
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
    },
    asked: { learning: 'Обучение в других местах' },
    tasks: {
      learning_asked_one: 'Подтвердить {{count, number}} документ об обучении',
      learning_asked_few: 'Подтвердить {{count, number}} документа об обучении',
      learning_asked_many: 'Подтвердить {{count, number}} документов об обучении',
      learning_asked_other: 'Подтвердить {{count, number}} документа об обучении',
    },
    notifications: {
      learning_confirmed: 'Ваше обучение подтвердили: оно учтено',
      learning_returned: 'Ваш документ об обучении вернули: посмотрите, что поправить',
    },
  },
  en: {
    problems: {
      learning_known: {
        title: 'Learning like this is on record',
        todo: 'See below what it is. If your document is of something else, mark that and send it.',
      },
      learning_decided: {
        title: 'This document was confirmed',
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
    },
    asked: { learning: 'Learning elsewhere' },
    tasks: {
      learning_asked_one: 'Confirm {{count, number}} document of learning',
      learning_asked_other: 'Confirm {{count, number}} documents of learning',
    },
    notifications: {
      learning_confirmed: 'Your learning was confirmed and counts',
      learning_returned: 'Your document of learning was sent back: see what to mend',
    },
  },
} as const
