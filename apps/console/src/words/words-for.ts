/** Of words that were written in both languages, those of whoever reads. */
export const wordsFor = <Words>(locale: string, { zh, en }: { zh: Words; en: Words }): Words => (locale === 'en' ? en : zh);
