/** Languages as the reader of the screen calls them, from their BCP 47 tags. */
export const languageNames = (tags: readonly string[], locale: string): string => {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return tags.map((tag) => names.of(tag) ?? tag).join(locale === 'zh-CN' ? '、' : ', ');
};
