#include "config.h"

#include "hf-guide-fields.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "hf-catalogue.h"
#include "hf-time.h"

#define SPOKEN "spoken day"

/* The fields that a guide may name, beside the ids of earlier questions. */
const char *const hf_guide_field_names[] = { "branch",  "caller",  "complained_on", "firm",
                                             "lost_on", "manager", "name",          NULL };

static const char *const months[] = {
  NC_ ("spoken day", "January"),   NC_ ("spoken day", "February"),
  NC_ ("spoken day", "March"),     NC_ ("spoken day", "April"),
  NC_ ("spoken day", "May"),       NC_ ("spoken day", "June"),
  NC_ ("spoken day", "July"),      NC_ ("spoken day", "August"),
  NC_ ("spoken day", "September"), NC_ ("spoken day", "October"),
  NC_ ("spoken day", "November"),  NC_ ("spoken day", "December"),
};

/* As it is read aloud, in the guide's language and not the program's. */
static char *
speak_day (const char *date, const char *language)
{
  int year, month, day;
  if (date == NULL || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3 || month < 1
      || month > 12)
    return NULL;
  g_autoptr (HfCatalogue) catalogue = hf_catalogue_open (language);
  g_autofree char *day_text = g_strdup_printf ("%d", day);
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  GString *spoken = g_string_new (hf_catalogue_lookup (
      catalogue, SPOKEN,
      /* Translators: a day as it is read aloud, such as “12 March 2024”. */
      NC_ ("spoken day", "{day} {month} {year}")));
  g_string_replace (spoken, "{day}", day_text, 1);
  g_string_replace (spoken, "{month}",
                    hf_catalogue_lookup (catalogue, SPOKEN, months[month - 1]), 1);
  g_string_replace (spoken, "{year}", year_text, 1);
  return g_string_free (spoken, FALSE);
}

static void
set_field (GHashTable *fields, const char *name, const char *value)
{
  if (value != NULL)
    g_hash_table_insert (fields, g_strdup (name), g_strdup (value));
}

/**
 * hf_guide_fields_new:
 * @customer: who is called
 * @firm: (nullable): the firm's name
 * @caller: (nullable): the name of who calls
 * @language: in which the guide is read
 *
 * Gathers what a guide's texts may say about a customer, for hf_speech_dup_text().
 *
 * Returns: (transfer full) (element-type utf8 utf8): what is known, by field
 */
GHashTable *
hf_guide_fields_new (const HfCustomer *customer, const char *firm, const char *caller,
                     const char *language)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *lost_on = speak_day (customer->lost_on, language);
  set_field (fields, "branch", customer->branch);
  set_field (fields, "caller", caller);
  set_field (fields, "firm", firm);
  set_field (fields, "lost_on", lost_on);
  set_field (fields, "manager", customer->account_manager);
  set_field (fields, "name", customer->name);
  return fields;
}

/**
 * hf_guide_fields_add_complaint:
 * @fields: as hf_guide_fields_new() gives them
 * @received_at: when the complaint came in that the call is about
 * @language: in which the guide is read
 *
 * Adds what a guide's texts may say about a complaint.
 */
void
hf_guide_fields_add_complaint (GHashTable *fields, gint64 received_at, const char *language)
{
  g_autofree char *day = hf_time_format_date (received_at);
  g_autofree char *spoken = speak_day (day, language);
  set_field (fields, "complained_on", spoken);
}
