/** Words of uploads and faulty rows; part of the registry's. */
export const loadMessages = {
  ru: {
    problems: {
      file_too_large: {
        title: 'Файл слишком велик: {{files}}',
        todo: 'Разделите его или сохраните как .xlsx: один файл может занимать не больше 64 МиБ.',
      },
      load_not_compared: {
        title: 'Эту загрузку уже взяли, отменили или сравнивают заново',
        todo: 'Обновите страницу: на ней видно, что с ней стало.',
      },
      no_faulty_rows: {
        title: 'В этой загрузке нечего исправлять',
        todo: 'Все строки приняты, исправлены или уже удалены по сроку хранения.',
      },
      row_mended: {
        title: 'Эти строки уже исправили или отложили, или они ждут в более новой загрузке',
        todo: 'Обновите список: их в нём больше нет.',
      },
      row_checked_now: {
        title: 'Строка {{row}} прямо сейчас проверяется: её отправил кто-то другой',
        todo: 'Подождите несколько секунд и посмотрите, принята ли она. Введённое осталось на странице.',
      },
      row_taken: {
        title: 'Эта строка уже принята',
        todo: 'Обновите список: её в нём больше нет.',
      },
    },
    fields: {
      row_unknown: 'такой строки в этой загрузке нет',
      row_repeated: 'эта строка прислана дважды',
      cell_unknown: 'такого столбца в файле нет',
      file_repeated: 'этот файл прислан дважды: {{name}}',
    },
    loads: {
      gone: {
        nowhere: 'В файле этого человека нет',
        elsewhere: 'В файле этот человек есть в другой организации',
        same_organisation: 'В файле этот человек есть здесь же с другой должностью или датой',
      },
      reason: 'Причина',
      row: 'Строка {{row}}. {{message}}',
      fault: {
        internal: 'Внутренняя ошибка. Загрузите файлы ещё раз; если не поможет, сообщите администратору.',
        upload_lost: 'Загруженный файл пропал или повреждён на диске. Загрузите файлы ещё раз.',
        undo_blocked: 'Вернуть как было не вышло: пока очередь дошла, на загрузке уже что-то построили.',
        undo_failed: 'Внутренняя ошибка: загрузка осталась как была. Попробуйте ещё раз.',
        interrupted: 'Загрузку прервали. Загрузите файлы ещё раз: принятое не удвоится.',
      },
    },
  },
  en: {
    problems: {
      file_too_large: {
        title: 'The file is too large: {{files}}',
        todo: 'Split it or save it as .xlsx: a file may have 64 MiB at most.',
      },
      load_not_compared: {
        title: 'This load was taken, let go or is being compared anew already',
        todo: 'Reload the page: it shows what became of it.',
      },
      no_faulty_rows: {
        title: 'Nothing to correct in this load',
        todo: 'All rows were taken, mended, or removed when their time was over.',
      },
      row_mended: {
        title: 'These rows were mended or left out meanwhile, or wait in a later load',
        todo: 'Refresh the list: they are gone from it.',
      },
      row_checked_now: {
        title: 'Row {{row}} is being checked right now: somebody else has sent it',
        todo: 'Wait a few seconds and see whether it was taken. What you typed is still on the page.',
      },
      row_taken: {
        title: 'This row was taken already',
        todo: 'Refresh the list: it is no longer in it.',
      },
    },
    fields: {
      row_unknown: 'this load has no such row',
      row_repeated: 'this row was sent twice',
      cell_unknown: 'the file has no such column',
      file_repeated: 'this file was sent twice: {{name}}',
    },
    loads: {
      gone: {
        nowhere: 'The file does not name this person',
        elsewhere: 'The file names this person at another organisation',
        same_organisation: 'The file names this person here with another position or day',
      },
      reason: 'Reason',
      row: 'Row {{row}}. {{message}}',
      fault: {
        internal: 'Internal error. Upload the files again; if it does not help, tell the administrator.',
        upload_lost: 'An uploaded file was lost or damaged on the disk. Upload the files again.',
        undo_blocked: 'It could not be put back: something was built on the load meanwhile.',
        undo_failed: 'Internal error: the load stands as it was. Try again.',
        interrupted: 'The load was broken off. Upload the files again: what was taken is not doubled.',
      },
    },
  },
} as const
