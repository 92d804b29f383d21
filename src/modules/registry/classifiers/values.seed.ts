/** What lists that hardly differ between districts start with, by kind: from then on data, and files add to them. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  leave_kind: [
    'отпуск по уходу за ребёнком',
    'отпуск по беременности и родам',
    'длительный отпуск до года',
    'отпуск без сохранения зарплаты',
  ],
  deputy_function: [
    'по УВР',
    'по ВР',
    'по АХР',
    'по безопасности',
    'по методической работе',
    'по дошкольному образованию',
  ],
  organisation_kind: ['общеобразовательная', 'гимназия', 'лицей', 'с углублённым изучением', 'отделение', 'интернат'],
}
