#include "config.h"

#include "hf-import-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer texts are cut. */
#define SHOWN_LENGTH 80

#define SHOWN_BLANK "␣"
#define SHOWN_TAB "⇥"
#define SHOWN_NOTHING "∅"

static const char *
field_label (const HfImportEntity *entity, const char *name)
{
  gsize n_fields;
  const HfField *fields = entity->list_fields (&n_fields);
  const HfField *field = name != NULL ? hf_field_find (fields, n_fields, name) : NULL;
  /* A custom field is called by its own name. */
  return field != NULL ? hf_field_label (field) : name;
}

/**
 * hf_import_words_reading:
 * @encoding: (nullable): of a text file
 * @sheet: (nullable): of a workbook
 * @header_row: where the headings stand, counted from 1
 *
 * Says how a file is read, where nobody was asked.
 *
 * Returns: (transfer full): such as "Sheet “Customers”, headings in row 3"
 */
char *
hf_import_words_reading (const char *encoding, const char *sheet, guint header_row)
{
  if (sheet != NULL)
    /* Translators: the name of a sheet of a workbook, and the number of a row. */
    return g_strdup_printf (_ ("Sheet “%s”, headings in row %u"), sheet, header_row);
  /* Translators: an encoding such as UTF-8, and the number of a row. */
  return g_strdup_printf (_ ("%s, headings in row %u"), encoding, header_row);
}

/**
 * hf_import_words_rejection:
 * @rejection: a row that was not imported
 * @entity: what the rows are
 *
 * Says which row was rejected, for which field and why.
 *
 * Returns: (transfer full): the words
 */
char *
hf_import_words_rejection (const HfImportRejection *rejection, const HfImportEntity *entity)
{
  const char *label = field_label (entity, rejection->field);
  if (label == NULL)
    /* Translators: the number of a row of a spreadsheet, and why it was rejected. */
    return g_strdup_printf (_ ("Row %u: %s"), rejection->row, rejection->why);
  /* Translators: the number of a row of a spreadsheet, a field, and why it was rejected. */
  return g_strdup_printf (_ ("Row %u, %s: %s"), rejection->row, label, rejection->why);
}

/**
 * hf_import_words_likeness:
 * @duplicate: a row that is like a known customer
 *
 * Says whom it is like, and in what.
 *
 * Returns: (transfer full): such as "Same phone, another code: C12 Wang"
 */
char *
hf_import_words_likeness (const HfImportDuplicate *duplicate)
{
  const char *likeness = hf_choice_label (hf_import_likenesses, duplicate->likeness);
  const char *title = g_strcmp0 (duplicate->known_title, duplicate->known_code) != 0
                          ? duplicate->known_title
                          : "";
  g_autofree char *who = g_strchomp (
      g_strdup_printf ("%s %s", duplicate->known_code, title != NULL ? title : ""));
  if (duplicate->in_file)
    /* Translators: in what two are alike, and the code and name of the other. */
    return g_strdup_printf (_ ("%s: %s, earlier in this file"), likeness, who);
  /* Translators: in what two are alike, and the code and name of the other. */
  return g_strdup_printf (C_ ("import", "%s: %s"), likeness, who);
}

static gboolean
is_unseen (gunichar letter)
{
  return letter == 0xAD || letter == 0xFEFF || (letter >= 0x200B && letter <= 0x200F)
         || (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x2069);
}

/**
 * hf_import_words_visible:
 * @text: a cell's text
 *
 * Shows what a person cannot see: blanks at the ends, tabs, hard spaces and signs without a
 * width.
 *
 * Returns: (transfer full): the text, cut where it is long
 */
char *
hf_import_words_visible (const char *text)
{
  GString *shown = g_string_new (NULL);
  guint length = 0;
  const char *end = text + strlen (text);
  const char *first = text + strspn (text, " ");
  while (end > first && end[-1] == ' ')
    end--;
  for (const char *at = text; *at != '\0' && length < SHOWN_LENGTH;
       at = g_utf8_next_char (at), length++)
    {
      gunichar letter = g_utf8_get_char (at);
      if (letter == '\t')
        g_string_append (shown, SHOWN_TAB);
      else if (letter == 0xA0 || letter == 0x3000
               || (letter == ' ' && (at < first || at >= end)))
        g_string_append (shown, SHOWN_BLANK);
      else if (is_unseen (letter))
        g_string_append (shown, SHOWN_NOTHING);
      else if (letter == '\n' || letter == '\r')
        g_string_append_c (shown, ' ');
      else
        g_string_append_unichar (shown, letter);
    }
  if (length == SHOWN_LENGTH)
    g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}

/**
 * hf_import_words_change:
 * @example: a cell before and after
 *
 * Shows a cell before and after.
 *
 * Returns: (transfer full): such as "139 1234 5678 → 13912345678"
 */
char *
hf_import_words_change (const HfRepairExample *example)
{
  g_autofree char *before = hf_import_words_visible (example->before);
  g_autofree char *after = example->after != NULL ? hf_import_words_visible (example->after)
                                                  : NULL;
  return g_strdup_printf ("%s → %s", before, after != NULL ? after : _ ("row left out"));
}

/**
 * hf_import_words_place:
 * @example: a cell before and after
 *
 * Says where a cell stands.
 *
 * Returns: (transfer full): such as "Row 5, Mobile"
 */
char *
hf_import_words_place (const HfRepairExample *example)
{
  /* Translators: the number of a row, and the heading of a column. */
  return g_strdup_printf (_ ("Row %u, %s"), example->row, example->heading);
}
