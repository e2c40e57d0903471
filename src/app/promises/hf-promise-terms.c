#include "config.h"

#include "hf-promise-terms.h"

#include <string.h>

#include "hf-promise-name.h"
#include "hf-store-promise-rules.h"

/**
 * hf_promise_terms_fill:
 * @list: a #GtkDropDown or an #AdwComboRow
 * @n_terms: how many of the classes of promises it offers, the first of them
 *
 * Offers the classes of promises by their usual names, and chooses the one of a day.
 */
void
hf_promise_terms_fill (GtkWidget *list, guint n_terms)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < n_terms; i++)
    gtk_string_list_append (names, hf_choice_label (hf_promise_terms, i));
  g_object_set (list, "model", names, "selected", (guint) HF_PROMISE_DAY, NULL);
}

/**
 * hf_promise_terms_name:
 * @list: what hf_promise_terms_fill() has filled
 * @rules: how long the classes are now
 *
 * Names the classes as they are now; what is chosen stays.
 */
void
hf_promise_terms_name (GtkWidget *list, const HfPromiseRules *rules)
{
  g_autoptr (GtkStringList) names = NULL;
  guint chosen;
  g_object_get (list, "model", &names, "selected", &chosen, NULL);
  if (names == NULL)
    return;
  guint n_terms = MIN (g_list_model_get_n_items (G_LIST_MODEL (names)), HF_PROMISE_DATED);
  /* Who listens hears of the class that is chosen in the end alone. */
  g_object_freeze_notify (G_OBJECT (list));
  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *name = hf_promise_name_of_rule (i, &rules->of[i]);
      if (strcmp (name, gtk_string_list_get_string (names, i)) != 0)
        gtk_string_list_splice (names, i, 1, (const char *const[]){ name, NULL });
    }
  g_object_set (list, "selected", chosen, NULL);
  g_object_thaw_notify (G_OBJECT (list));
}

static void
on_rules (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) list = data;
  g_autofree HfPromiseRules *rules = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (rules != NULL)
    hf_promise_terms_name (list, rules);
}

/**
 * hf_promise_terms_load:
 * @list: what hf_promise_terms_fill() has filled
 * @store: where the firm keeps how long its classes of promises are
 *
 * Reads how long the classes are now and names them so. Where that cannot be read, they keep
 * their usual names.
 */
void
hf_promise_terms_load (GtkWidget *list, HfStore *store)
{
  hf_store_run_async (store, HF_STORE_READ, hf_store_promise_rules_load, NULL, NULL, g_free,
                      NULL, on_rules, g_object_ref (list));
}
