#include "config.h"

#include "hf-import-value-guess.h"

#include <string.h>

#include "hf-customer.h"
#include "hf-text.h"

typedef struct
{
  HfImportProfile *profile;
  const HfImportFields *fields;
  const HfColumnValues *values;
} Guess;

static const GPtrArray *
list_values (const Guess *self, const HfField *field)
{
  return hf_column_values_get (self->values,
                               hf_import_profile_get_heading (self->profile, field->name));
}

/* A word of such a list, and the name of our value; "" means that it is not known. */
typedef struct
{
  const char *theirs;
  const char *ours;
} Word;

static const Word status_words[] = {
  { "流失", "lost" },      { "正常", "active" },   { "有风险", "at_risk" },
  { "有風險", "at_risk" }, { "挽回", "won_back" },
};

/* Under a heading that asks whether somebody left. */
static const Word churn_words[] = {
  { "yes", "lost" },  { "no", "active" }, { "是", "lost" },
  { "否", "active" }, { "1", "lost" },    { "0", "active" },
};

static const Word unknown_words[] = {
  { "不详", "" }, { "不詳", "" }, { "未知", "" }, { "unknown", "" }, { "not known", "" },
};

static void
take_words (Guess *self, const HfField *field, const Word *words, gsize n_words)
{
  const GPtrArray *values = list_values (self, field);
  for (guint i = 0; values != NULL && i < MIN (values->len, HF_COLUMN_VALUES_MOST); i++)
    {
      g_autofree char *folded = hf_text_fold (values->pdata[i]);
      for (gsize j = 0; j < n_words; j++)
        if (strcmp (folded, words[j].theirs) == 0
            && hf_field_find_choice (field, values->pdata[i]) < 0
            && hf_import_profile_map_value (self->profile, field->name, values->pdata[i])
                   == NULL)
          hf_import_profile_set_value (self->profile, field->name, values->pdata[i],
                                       words[j].ours);
    }
}

/* Lists written by hand have words of their own. */
static void
guess_status (Guess *self, const HfField *field)
{
  const char *heading = hf_import_profile_get_heading (self->profile, field->name);
  g_autofree char *folded = heading != NULL ? hf_text_fold (heading) : g_strdup ("");
  gboolean asks = strstr (folded, "churn") != NULL || strstr (folded, "流失") != NULL;
  take_words (self, field, status_words, G_N_ELEMENTS (status_words));
  if (asks)
    take_words (self, field, churn_words, G_N_ELEMENTS (churn_words));
}

/**
 * hf_import_value_guess:
 * @profile: a profile that was guessed
 * @fields: the fields that it may have
 * @values: what the file's columns have
 *
 * Guesses which of our values those of the file mean that no language of ours has, and puts it
 * into @profile.
 */
void
hf_import_value_guess (HfImportProfile *profile, const HfImportFields *fields,
                       const HfColumnValues *values)
{
  Guess guess = { profile, fields, values };
  for (gsize j = 0; j < fields->n_fields; j++)
    if (fields->list[j].kind == HF_FIELD_CHOICE)
      take_words (&guess, &fields->list[j], unknown_words, G_N_ELEMENTS (unknown_words));
  for (gsize j = 0; j < fields->n_fields; j++)
    if (fields->list[j].choices == hf_customer_statuses)
      guess_status (&guess, &fields->list[j]);
}

/**
 * hf_import_value_guess_file:
 * @path: a spreadsheet
 * @profile: a profile that says nothing of the columns
 * @fields: the fields that it may have
 *
 * Guesses what the columns of a file and their values mean, and puts it into @profile. What
 * cannot be read is left to who imports the file to say.
 */
void
hf_import_value_guess_file (const char *path, HfImportProfile *profile,
                            const HfImportFields *fields)
{
  g_autoptr (HfColumnValues) values = hf_column_values_read (
      path, hf_import_profile_get_options (profile));
  if (values == NULL)
    return;
  hf_import_profile_guess (profile, fields->list, fields->n_fields,
                           hf_column_values_list_headings (values));
  hf_import_value_guess (profile, fields, values);
}
