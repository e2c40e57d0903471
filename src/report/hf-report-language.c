#include "config.h"

#include "hf-report-language.h"

#include "hf-catalogue.h"

#define MAX_LANGUAGES 2
#define LINE_SEPARATOR " / "

struct _HfReportLanguage
{
  HfCatalogue *catalogues[MAX_LANGUAGES];
  guint count;
};

/* Fonts that every Excel of that language has. A Chinese one has Latin letters too. */
static const struct
{
  const char *language;
  const char *font;
} fonts[] = {
  { "zh_CN", "Microsoft YaHei" },
  { "zh_TW", "Microsoft JhengHei" },
};

#define PLAIN_FONT "Calibri"

/**
 * hf_report_language_new:
 * @first: the language that comes first, such as "zh_CN"
 * @second: (nullable): the one below it; %NULL or @first again for a report in one language
 *
 * Opens the catalogues of a report's languages.
 *
 * Returns: (transfer full): the languages
 */
HfReportLanguage *
hf_report_language_new (const char *first, const char *second)
{
  HfReportLanguage *self = g_new0 (HfReportLanguage, 1);
  self->catalogues[self->count++] = hf_catalogue_open (first);
  if (second != NULL && g_strcmp0 (first, second) != 0)
    self->catalogues[self->count++] = hf_catalogue_open (second);
  return self;
}

/**
 * hf_report_language_free:
 * @self: (transfer full): the languages
 *
 * Closes the catalogues.
 */
void
hf_report_language_free (HfReportLanguage *self)
{
  for (guint i = 0; i < self->count; i++)
    hf_catalogue_free (self->catalogues[i]);
  g_free (self);
}

/**
 * hf_report_language_count:
 * @self: the languages
 *
 * Counts them.
 *
 * Returns: 1 or 2
 */
guint
hf_report_language_count (const HfReportLanguage *self)
{
  return self->count;
}

/**
 * hf_report_language_get_code:
 * @self: the languages
 * @index: 0 for the first
 *
 * Tells which language it is.
 *
 * Returns: such as "zh_CN"
 */
const char *
hf_report_language_get_code (const HfReportLanguage *self, guint index)
{
  return hf_catalogue_get_language (self->catalogues[index]);
}

/**
 * hf_report_language_get_font:
 * @self: the languages
 *
 * Names the font in which the report reads well: that of its first Chinese language.
 *
 * Returns: a font's English name
 */
const char *
hf_report_language_get_font (const HfReportLanguage *self)
{
  for (guint i = 0; i < self->count; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fonts); j++)
      if (g_str_equal (fonts[j].language, hf_report_language_get_code (self, i)))
        return fonts[j].font;
  return PLAIN_FONT;
}

/**
 * hf_report_language_lookup:
 * @self: the languages
 * @index: 0 for the first
 * @context: (nullable): the context that NC_() gives
 * @text: the source text
 *
 * Finds a text in one of the languages.
 *
 * Returns: the translation, or @text itself
 */
const char *
hf_report_language_lookup (const HfReportLanguage *self, guint index, const char *context,
                           const char *text)
{
  return hf_catalogue_lookup (self->catalogues[index], context, text);
}

/**
 * hf_report_language_join:
 * @self: the languages
 * @texts: (array zero-terminated=0): a text for each of the languages
 * @separator: what comes between two texts
 *
 * Puts the texts of both languages together; texts that are the same show once.
 *
 * Returns: (transfer full): the text
 */
char *
hf_report_language_join (const HfReportLanguage *self, const char *const *texts,
                         const char *separator)
{
  if (self->count < 2 || g_strcmp0 (texts[0], texts[1]) == 0)
    return g_strdup (texts[0]);
  return g_strconcat (texts[0], separator, texts[1], NULL);
}

static char *
both (const HfReportLanguage *self, const char *context, const char *text,
      const char *separator)
{
  const char *texts[MAX_LANGUAGES] = { NULL };
  for (guint i = 0; i < self->count; i++)
    texts[i] = hf_report_language_lookup (self, i, context, text);
  return hf_report_language_join (self, texts, separator);
}

/**
 * hf_report_language_text:
 * @self: the languages
 * @context: (nullable): the context that NC_() gives
 * @text: the source text
 *
 * Gives a text in each language on a line of its own, as headings have it.
 *
 * Returns: (transfer full): one or two lines
 */
char *
hf_report_language_text (const HfReportLanguage *self, const char *context, const char *text)
{
  return both (self, context, text, "\n");
}

/**
 * hf_report_language_line:
 * @self: the languages
 * @context: (nullable): the context that NC_() gives
 * @text: the source text
 *
 * Gives a text in each language on one line, as cells have it.
 *
 * Returns: (transfer full): one line
 */
char *
hf_report_language_line (const HfReportLanguage *self, const char *context, const char *text)
{
  return both (self, context, text, LINE_SEPARATOR);
}
