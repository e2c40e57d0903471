#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_REPORT_CONTEXT "report"

/* The one or two languages of a report. Texts are looked up here, call by call; the language of
 * the program and the locale of the process play no part. */
typedef struct _HfReportLanguage HfReportLanguage;

HfReportLanguage *hf_report_language_new (const char *first, const char *second);
void hf_report_language_free (HfReportLanguage *self);
guint hf_report_language_count (const HfReportLanguage *self);
const char *hf_report_language_get_code (const HfReportLanguage *self, guint index);
const char *hf_report_language_get_font (const HfReportLanguage *self);
const char *hf_report_language_lookup (const HfReportLanguage *self, guint index,
                                       const char *context, const char *text) G_GNUC_FORMAT (4);
char *hf_report_language_join (const HfReportLanguage *self, const char *const *texts,
                               const char *separator);
char *hf_report_language_text (const HfReportLanguage *self, const char *context,
                               const char *text);
char *hf_report_language_line (const HfReportLanguage *self, const char *context,
                               const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReportLanguage, hf_report_language_free)

G_END_DECLS
