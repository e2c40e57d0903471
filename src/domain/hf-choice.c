#include "config.h"

#include "hf-choice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-catalogue.h"
#include "hf-text.h"

/**
 * hf_choice_find_name:
 * @choices: a list
 * @name: (nullable): a name, as a database holds it
 *
 * Finds a value by its name.
 *
 * Returns: its place, -1 where it is none of them
 */
int
hf_choice_find_name (const HfChoice *choices, const char *name)
{
  for (int i = 0; name != NULL && choices[i].name != NULL; i++)
    if (strcmp (choices[i].name, name) == 0)
      return i;
  return -1;
}

/**
 * hf_choice_read:
 * @choices: a list whose values need not be known
 * @name: (nullable): a name, as a database holds it
 *
 * Finds a value by its name.
 *
 * Returns: its place; the list's end where it is not known
 */
int
hf_choice_read (const HfChoice *choices, const char *name)
{
  int found = hf_choice_find_name (choices, name);
  return found >= 0 ? found : (int) hf_choice_count (choices);
}

static gboolean
is_called (const char *word, const char *folded)
{
  if (word == NULL)
    return FALSE;
  g_autofree char *own = hf_text_fold (word);
  return strcmp (own, folded) == 0;
}

static gboolean
matches (const HfChoice *choice, const char *folded)
{
  return is_called (choice->name, folded) || is_called (choice->label, folded)
         || is_called (g_dpgettext2 (GETTEXT_PACKAGE, HF_CHOICE_CONTEXT, choice->label),
                       folded);
}

/* The end of a list counts where it has a label, which says that it is not known. */
static gboolean
is_place (const HfChoice *choices, int place)
{
  return (place == 0 || choices[place - 1].name != NULL) && choices[place].label != NULL;
}

static int
find_in (const HfChoice *choices, const HfCatalogue *catalogue, const char *folded)
{
  for (int i = 0; is_place (choices, i); i++)
    if (is_called (hf_catalogue_lookup (catalogue, HF_CHOICE_CONTEXT, choices[i].label),
                   folded))
      return i;
  return -1;
}

/**
 * hf_choice_find:
 * @choices: a list
 * @text: (nullable): a name, or a label in any language that is installed
 *
 * Finds a value by what a file or a person calls it; where languages differ, English and the
 * program's own count first.
 *
 * Returns: its place, which is the end where it says that it is not known; -1 where it is none
 *   of them
 */
int
hf_choice_find (const HfChoice *choices, const char *text)
{
  int exact = hf_choice_find_name (choices, text);
  if (exact >= 0)
    return exact;
  g_autofree char *folded = hf_text_fold (text);
  for (int i = 0; is_place (choices, i); i++)
    if (matches (&choices[i], folded))
      return i;
  const GPtrArray *catalogues = hf_catalogue_list_installed ();
  int found = -1;
  for (guint i = 0; i < catalogues->len && found < 0; i++)
    found = find_in (choices, catalogues->pdata[i], folded);
  return found;
}

/**
 * hf_choice_label:
 * @choices: a list
 * @value: a place in it
 *
 * Gives a value's label in the program's language.
 *
 * Returns: the label
 */
const char *
hf_choice_label (const HfChoice *choices, int value)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, HF_CHOICE_CONTEXT, choices[value].label);
}

/**
 * hf_choice_count:
 * @choices: a list
 *
 * Counts its values.
 *
 * Returns: how many
 */
guint
hf_choice_count (const HfChoice *choices)
{
  guint count = 0;
  while (choices[count].name != NULL)
    count++;
  return count;
}
