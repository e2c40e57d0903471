#include "config.h"

#include "hf-quote-marks.h"

#include <string.h>

#include "hf-coded-reason.h"
#include "hf-interview-work.h"
#include "hf-text.h"

#define TAG "coded"

/* Amber, readable on light and dark. */
#define RED 0.96f
#define GREEN 0.76f
#define BLUE 0.07f
#define ALPHA 0.3f

/**
 * hf_quote_marks_prepare:
 * @buffer: a text
 *
 * Gives a text the look that coded passages have.
 */
void
hf_quote_marks_prepare (GtkTextBuffer *buffer)
{
  GdkRGBA back = { RED, GREEN, BLUE, ALPHA };
  gtk_text_buffer_create_tag (buffer, TAG, "background-rgba", &back, "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
}

static char *
get_words (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * hf_quote_marks_apply:
 * @buffer: a text that was prepared
 * @reasons: (element-type HfCodedReason): reasons, of this text or not
 *
 * Marks the passages that reasons quote.
 */
void
hf_quote_marks_apply (GtkTextBuffer *buffer, GPtrArray *reasons)
{
  GtkTextIter start, end;
  g_autofree char *words = get_words (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG, &start, &end);
  for (guint i = 0; i < reasons->len; i++)
    {
      const HfCodedReason *reason = reasons->pdata[i];
      if (reason->quote == NULL)
        continue;
      gint64 at = hf_interview_work_find_quote (words, reason->quote, reason->quote_start);
      if (at < 0)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) at);
      gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                          (int) (at + g_utf8_strlen (reason->quote, -1)));
      gtk_text_buffer_apply_tag_by_name (buffer, TAG, &start, &end);
    }
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/**
 * hf_quote_marks_new_attributes:
 * @words: a customer's words
 * @reasons: (element-type HfCodedReason): reasons, of these words or not
 *
 * Makes the look of words whose coded passages are marked, for a label.
 *
 * Returns: (transfer full): the attributes
 */
PangoAttrList *
hf_quote_marks_new_attributes (const char *words, GPtrArray *reasons)
{
  PangoAttrList *list = pango_attr_list_new ();
  for (guint i = 0; i < reasons->len; i++)
    {
      const HfCodedReason *reason = reasons->pdata[i];
      gint64 at = reason->quote != NULL
                      ? hf_interview_work_find_quote (words, reason->quote, reason->quote_start)
                      : -1;
      if (at < 0)
        continue;
      guint start = (guint) (g_utf8_offset_to_pointer (words, (glong) at) - words);
      guint end = start + (guint) strlen (reason->quote);
      add_attribute (list,
                     pango_attr_background_new ((guint16) (RED * G_MAXUINT16),
                                                (guint16) (GREEN * G_MAXUINT16),
                                                (guint16) (BLUE * G_MAXUINT16)),
                     start, end);
      add_attribute (list, pango_attr_background_alpha_new ((guint16) (ALPHA * G_MAXUINT16)),
                     start, end);
      add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
  return list;
}

/* Stored words have no white space at their ends. */
static glong
count_leading_blanks (const char *words)
{
  g_autofree char *trimmed = hf_text_trim (words);
  return trimmed != NULL ? g_utf8_pointer_to_offset (words, strstr (words, trimmed)) : 0;
}

/**
 * hf_quote_marks_dup_selection:
 * @buffer: a text
 * @start: (out): where the selection begins, characters from the beginning of the text as it
 *   is stored
 *
 * Gives the words that are selected, without white space at their ends.
 *
 * Returns: (transfer full) (nullable): the words, %NULL where none are
 */
char *
hf_quote_marks_dup_selection (GtkTextBuffer *buffer, gint64 *start)
{
  GtkTextIter from, to;
  *start = -1;
  if (!gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    return NULL;
  g_autofree char *words = get_words (buffer);
  g_autofree char *selected = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  char *quote = hf_text_trim (selected);
  if (quote != NULL)
    *start = gtk_text_iter_get_offset (&from) + count_leading_blanks (selected)
             - count_leading_blanks (words);
  return quote;
}
