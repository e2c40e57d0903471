#include "config.h"

#include "hf-choice.h"

#include <glib/gi18n.h>
#include <string.h>

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
matches (const HfChoice *choice, const char *folded)
{
  g_autofree char *name = choice->name != NULL ? hf_text_fold (choice->name) : NULL;
  g_autofree char *label = hf_text_fold (choice->label);
  g_autofree char *translated = hf_text_fold (
      g_dpgettext2 (GETTEXT_PACKAGE, HF_CHOICE_CONTEXT, choice->label));
  return g_strcmp0 (name, folded) == 0 || strcmp (label, folded) == 0
         || strcmp (translated, folded) == 0;
}

/**
 * hf_choice_find:
 * @choices: a list
 * @text: (nullable): a name, or a label in English or in the program's language
 *
 * Finds a value by what a file or a person calls it.
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
  for (int i = 0; choices[i].label != NULL; i++)
    if (matches (&choices[i], folded))
      return i;
  return -1;
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
