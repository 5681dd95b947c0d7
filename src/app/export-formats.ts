/** What a comparison can be exported as, besides plain text. */
export const EXPORT_FORMATS = ['markdown', 'json', 'html', 'docx', 'csv', 'xlsx', 'sarif', 'brief'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
