/** The six official languages of ITU, by ISO 639-1 code. */
export const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Languages the program itself speaks: messages, explanations, screens. */
export type UiLanguage = 'en' | 'fr';
