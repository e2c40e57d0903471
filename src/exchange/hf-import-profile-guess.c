#include "config.h"

#include "hf-import-profile.h"

#include "hf-catalogue.h"
#include "hf-custom-field.h"
#include "hf-text.h"

typedef struct
{
  GStrv folded; /* the headings; a taken one is empty */
  const char *const *headings;
  HfImportProfile *profile;
} Guess;

/* "Customer ID", "customer_id" and "CustomerID" are one heading. */
static char *
fold_heading (const char *heading)
{
  char *folded = hf_text_fold (heading);
  char *to = folded;
  for (const char *from = folded; *from != '\0'; from++)
    if (*from != ' ' && *from != '_' && *from != '-')
      *to++ = *from;
  *to = '\0';
  return folded;
}

static gboolean
take (Guess *guess, const HfField *field, const char *called)
{
  g_autofree char *wanted = fold_heading (called);
  for (gsize i = 0; guess->folded[i] != NULL; i++)
    if (*wanted != '\0' && g_str_equal (guess->folded[i], wanted))
      {
        g_autofree char *heading = hf_text_trim (guess->headings[i]);
        hf_import_profile_set_heading (guess->profile, field->name, heading);
        guess->folded[i][0] = '\0';
        return TRUE;
      }
  return FALSE;
}

static void
guess_by_other_words (Guess *guess, const HfField *field)
{
  for (gsize i = 0; field->also != NULL && field->also[i] != NULL; i++)
    if (take (guess, field, field->also[i]))
      return;
}

static void
guess_by_name (Guess *guess, const HfField *field)
{
  take (guess, field, field->name);
}

static void
guess_by_catalogue (Guess *guess, const HfField *field)
{
  const GPtrArray *catalogues = hf_catalogue_list_installed ();
  for (guint i = 0; i < catalogues->len; i++)
    if (take (guess, field,
              hf_catalogue_lookup (catalogues->pdata[i], HF_FIELD_CONTEXT, field->label)))
      return;
}

/* The other words for a custom field are its own names. */
static void
guess_by_label (Guess *guess, const HfField *field)
{
  if (hf_custom_field_parse_key (field->name, NULL))
    guess_by_other_words (guess, field);
  else
    guess_by_catalogue (guess, field);
}

static GStrv
fold_headings (const char *const *headings)
{
  GStrv folded = g_new0 (char *, g_strv_length ((GStrv) headings) + 1);
  for (gsize i = 0; headings[i] != NULL; i++)
    folded[i] = fold_heading (headings[i]);
  return folded;
}

/**
 * hf_import_profile_guess:
 * @self: a profile that says nothing of the columns
 * @fields: (array length=n_fields): the fields of a record
 * @n_fields: how many
 * @headings: (array zero-terminated=1): a spreadsheet's headings
 *
 * Fills a profile by what the headings are called: the fields' names first, then their labels
 * in every installed language, then the other words for them. A heading serves one field.
 */
void
hf_import_profile_guess (HfImportProfile *self, const HfField *fields, gsize n_fields,
                         const char *const *headings)
{
  static void (*const ways[]) (Guess *, const HfField *) = { guess_by_name, guess_by_label,
                                                             guess_by_other_words };
  g_auto (GStrv) folded = fold_headings (headings);
  Guess guess = { folded, headings, self };
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    for (gsize i = 0; i < n_fields; i++)
      if (hf_import_profile_get_heading (self, fields[i].name) == NULL)
        ways[way](&guess, &fields[i]);
}

/**
 * hf_import_profile_new_guessed:
 * @fields: (array length=n_fields): the fields of a record
 * @n_fields: how many
 * @headings: (array zero-terminated=1): a spreadsheet's headings
 *
 * Makes a profile that is filled as by hf_import_profile_guess().
 *
 * Returns: (transfer full): a profile, perhaps without a column
 */
HfImportProfile *
hf_import_profile_new_guessed (const HfField *fields, gsize n_fields,
                               const char *const *headings)
{
  HfImportProfile *self = hf_import_profile_new ();
  hf_import_profile_guess (self, fields, n_fields, headings);
  return self;
}
