#include "config.h"

#include "hf-customer-filter-choices.h"

#include "hf-branch.h"
#include "hf-customer-closures.h"
#include "hf-staff.h"
#include "hf-time.h"

/* How far back the months go that can be chosen. */
#define MONTHS 24

/**
 * hf_customer_filter_choices_add:
 * @chip: a chip
 * @choices: a list
 * @first: the first of the list that is offered
 *
 * Offers the values of a list.
 */
void
hf_customer_filter_choices_add (HfFilterChip *chip, const HfChoice *choices, int first)
{
  for (int i = first; choices[i].name != NULL; i++)
    hf_filter_chip_add_choice (chip, choices[i].name, hf_choice_label (choices, i));
}

/**
 * hf_customer_filter_choices_add_months:
 * @chip: a chip
 *
 * Offers this month and those before it.
 */
void
hf_customer_filter_choices_add_months (HfFilterChip *chip)
{
  g_autofree char *today = hf_time_today ();
  int year = g_ascii_strtoll (today, NULL, 10);
  int month = g_ascii_strtoll (today + 5, NULL, 10);
  for (int i = 0; i < MONTHS; i++)
    {
      g_autofree char *value = g_strdup_printf ("%04d-%02d", year, month);
      g_autofree char *label = hf_customer_words_month (value);
      hf_filter_chip_add_choice (chip, value, label);
      year -= month == 1;
      month = month == 1 ? 12 : month - 1;
    }
}

/**
 * hf_customer_filter_choices_set_branches:
 * @chip: a chip
 * @names: what branches are called
 *
 * Offers the branches.
 */
void
hf_customer_filter_choices_set_branches (HfFilterChip *chip, HfCustomerNames *names)
{
  hf_filter_chip_clear_choices (chip);
  for (guint i = 0; i < names->branches->len; i++)
    {
      const HfBranch *branch = g_ptr_array_index (names->branches, i);
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, branch->id);
      hf_filter_chip_add_choice (chip, value, branch->name);
    }
}

/**
 * hf_customer_filter_choices_set_staff:
 * @chip: a chip
 * @names: what staff are called
 *
 * Offers the account managers.
 */
void
hf_customer_filter_choices_set_staff (HfFilterChip *chip, HfCustomerNames *names)
{
  hf_filter_chip_clear_choices (chip);
  for (guint i = 0; i < names->staff->len; i++)
    {
      const HfStaff *member = g_ptr_array_index (names->staff, i);
      hf_filter_chip_add_choice (chip, member->name, member->name);
    }
}

/**
 * hf_customer_filter_choices_set_tags:
 * @chip: a chip
 * @names: which tags there are
 *
 * Offers the tags.
 */
void
hf_customer_filter_choices_set_tags (HfFilterChip *chip, HfCustomerNames *names)
{
  hf_filter_chip_clear_choices (chip);
  for (guint i = 0; i < names->tags->len; i++)
    {
      const char *tag = g_ptr_array_index (names->tags, i);
      hf_filter_chip_add_choice (chip, tag, tag);
    }
}

/**
 * hf_customer_filter_choices_set_reasons:
 * @chip: a chip
 * @names: what reasons are called
 *
 * Offers the codes of the codebook.
 */
void
hf_customer_filter_choices_set_reasons (HfFilterChip *chip, HfCustomerNames *names)
{
  hf_filter_chip_clear_choices (chip);
  for (guint i = 0; i < names->codebook->codes->len; i++)
    {
      const HfCode *code = g_ptr_array_index (names->codebook->codes, i);
      g_autofree char *name = hf_customer_names_dup_code (names, code->id);
      g_autofree char *label = g_strconcat (code->parent != NULL ? "    " : "", name, NULL);
      hf_filter_chip_add_choice (chip, code->id, label);
    }
}
