#include "config.h"

#include "hf-call-list-editor.h"

#include <glib/gi18n.h>

#include "hf-call-list-preset.h"
#include "hf-call-list-preview.h"
#include "hf-call-list-rule.h"
#include "hf-call-list-staff.h"
#include "hf-call-list-terms.h"
#include "hf-call-list-words.h"
#include "hf-store-act.h"
#include "hf-store-campaigns.h"
#include "hf-store-tags.h"
#include "hf-store-staff.h"
#include "hf-time.h"

/* Whoever types or turns a number is not done yet. */
#define DELAY_MS 200

/* Makes a call list: by what rule, and beside it whom that picks. */
struct _HfCallListEditor
{
  AdwWindow parent_instance;

  GtkWidget *chosen_group;
  AdwActionRow *chosen;
  GtkFlowBox *presets;
  AdwComboRow *kind;
  HfCallListRule *rule;
  HfCallListTerms *terms;
  HfCallListStaff *staff;
  HfCallListPreview *preview;
  GtkLabel *problem;

  HfStore *store;           /* NULL: the window is closed */
  GtkWidget *asker;         /* weak: where it is said that the list is made */
  HfCustomerChoice *choice; /* NULL: whom the rule picks */
  guint source;
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCallListEditor, hf_call_list_editor, ADW_TYPE_WINDOW)

static void
show_problem (HfCallListEditor *self, const char *message)
{
  gtk_label_set_text (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static HfCampaign *
read_form (HfCallListEditor *self, GError **error)
{
  g_autoptr (HfCampaign) campaign = hf_campaign_new ();
  campaign->kind = adw_combo_row_get_selected (self->kind);
  hf_call_list_staff_read (self->staff, campaign->staff);
  if (self->choice == NULL && !hf_call_list_rule_read (self->rule, campaign->rule, error))
    return NULL;
  return hf_call_list_terms_read (self->terms, campaign, error) ? g_steal_pointer (&campaign)
                                                                : NULL;
}

static gboolean
on_wait_over (gpointer data)
{
  HfCallListEditor *self = data;
  g_autoptr (GError) error = NULL;
  HfCampaign *campaign = read_form (self, &error);
  self->source = 0;
  if (campaign != NULL)
    hf_call_list_preview_set_campaign (self->preview, self->store, campaign, self->choice);
  else
    hf_call_list_preview_set_problem (self->preview, error->message);
  return G_SOURCE_REMOVE;
}

static void
on_changed (HfCallListEditor *self)
{
  show_problem (self, NULL);
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->store != NULL)
    self->source = g_timeout_add (DELAY_MS, on_wait_over, self);
}

static void
show_preset (HfCallListEditor *self, guint preset)
{
  g_autofree char *today = hf_time_today ();
  g_autoptr (HfCampaign) campaign = hf_call_list_preset_new (preset, today);
  adw_combo_row_set_selected (self->kind, campaign->kind);
  hf_call_list_rule_show (self->rule, campaign->rule);
  hf_call_list_terms_show (self->terms, campaign);
  on_changed (self);
}

static void
use_preset (GtkWidget *widget, const char *action, GVariant *preset)
{
  HfCallListEditor *self = HF_CALL_LIST_EDITOR (widget);
  if (self->choice == NULL)
    show_preset (self, g_variant_get_uint32 (preset));
}

static void
on_n_called (HfCallListEditor *self)
{
  gint64 n_called;
  g_object_get (self->preview, "n-called", &n_called, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.make", n_called > 0);
}

/* A list that is to be made. */
typedef struct
{
  HfCampaign *campaign;
  HfCustomerChoice *choice;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;
  g_clear_object (&making->campaign);
  g_clear_pointer (&making->choice, hf_customer_choice_free);
  g_free (making);
}

static gpointer
store_list (HfStoreSession *session, gpointer data, GError **error)
{
  const Making *making = data;
  gint64 n_called = 0;
  if (!hf_store_campaigns_make (session, making->campaign, making->choice, &n_called, error))
    return NULL;
  return hf_store_campaigns_get (session, making->campaign->id, error);
}

static gpointer
remove_list (HfStoreSession *session, gpointer campaign, GError **error)
{
  return hf_store_campaigns_remove (session, HF_CAMPAIGN (campaign)->id, error) ? HF_STORE_DONE
                                                                                : NULL;
}

static void
offer_undo (HfCallListEditor *self, HfCampaign *made)
{
  g_autofree char *words = hf_call_list_words_made (made->count.n_waiting);
  if (self->asker != NULL)
    hf_store_act_offer_undo (self->asker, self->store, remove_list, g_object_ref (made),
                             g_object_unref, words);
}

static void
on_stored (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallListEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCampaign) made = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  on_n_called (self);
  if (made == NULL)
    {
      g_autofree char *words = g_strdup_printf (C_ ("sentences", "%s %s"),
                                                hf_store_error_words (error),
                                                hf_store_error_advice (error));
      show_problem (self, words);
      return;
    }
  offer_undo (self, made);
  g_signal_emit (self, signals[SIGNAL_MADE], 0, made);
  gtk_window_close (GTK_WINDOW (self));
}

static void
make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallListEditor *self = HF_CALL_LIST_EDITOR (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (HfCampaign) campaign = read_form (self, &error);
  if (campaign == NULL || !hf_campaign_validate (campaign, &error))
    {
      show_problem (self, error->message);
      return;
    }
  Making *making = g_new0 (Making, 1);
  making->campaign = g_steal_pointer (&campaign);
  making->choice = self->choice != NULL ? hf_customer_choice_copy (self->choice) : NULL;
  gtk_widget_action_set_enabled (widget, "list.make", FALSE);
  hf_store_run_async (self->store, HF_STORE_WRITE, store_list, making, making_free,
                      g_object_unref, NULL, on_stored, g_object_ref (self));
}

/* Whom a rule can name. */
typedef struct
{
  GPtrArray *branches;
  GPtrArray *staff;
  GPtrArray *tags;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;
  g_clear_pointer (&choices->branches, g_ptr_array_unref);
  g_clear_pointer (&choices->staff, g_ptr_array_unref);
  g_clear_pointer (&choices->tags, g_ptr_array_unref);
  g_free (choices);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choices, choices_free)

static gpointer
load_choices (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (Choices) choices = g_new0 (Choices, 1);
  if ((choices->branches = hf_store_branches_list (session, error)) == NULL
      || (choices->staff = hf_store_staff_list (session, error)) == NULL
      || (choices->tags = hf_store_tags_list (session, error)) == NULL)
    return NULL;
  return g_steal_pointer (&choices);
}

static void
on_choices (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallListEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Choices) choices = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  if (choices == NULL)
    {
      show_problem (self, hf_store_error_words (error));
      return;
    }
  hf_call_list_rule_offer (self->rule, choices->branches, choices->tags);
  hf_call_list_staff_offer (self->staff, choices->staff, NULL);
}

static void
hf_call_list_editor_dispose (GObject *object)
{
  HfCallListEditor *self = HF_CALL_LIST_EDITOR (object);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->asker);
  g_clear_pointer (&self->choice, hf_customer_choice_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CALL_LIST_EDITOR);
  G_OBJECT_CLASS (hf_call_list_editor_parent_class)->dispose (object);
}

static void
hf_call_list_editor_class_init (HfCallListEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_call_list_editor_dispose;

  signals[SIGNAL_MADE] = g_signal_new ("made", HF_TYPE_CALL_LIST_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, HF_TYPE_CAMPAIGN);

  g_type_ensure (HF_TYPE_CALL_LIST_PREVIEW);
  g_type_ensure (HF_TYPE_CALL_LIST_RULE);
  g_type_ensure (HF_TYPE_CALL_LIST_STAFF);
  g_type_ensure (HF_TYPE_CALL_LIST_TERMS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/calls/hf-call-list-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, chosen_group);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, chosen);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, presets);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, rule);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, terms);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, staff);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, HfCallListEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_n_called);
  gtk_widget_class_install_action (widget_class, "list.make", NULL, make);
  gtk_widget_class_install_action (widget_class, "list.use-preset", "u", use_preset);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "list.make", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  for (guint i = 0; i < HF_CALL_LIST_N_PRESETS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK,
                                         "list.use-preset", "u", i);
}

static void
add_preset (HfCallListEditor *self, guint preset)
{
  GtkWidget *button = gtk_button_new_with_label (hf_call_list_preset_label (preset));
  g_autofree char *keys = g_strdup_printf ("Alt+%u", preset + 1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "list.use-preset");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", preset);
  gtk_widget_set_tooltip_text (button, keys);
  gtk_flow_box_insert (self->presets, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
hf_call_list_editor_init (HfCallListEditor *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* An offer is made to who allowed it in an interview, never by a list. */
  for (guint i = 0; i < HF_INTERVIEW_WIN_BACK; i++)
    gtk_string_list_append (kinds, hf_choice_label (hf_interview_kinds, i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  for (guint i = 0; i < HF_CALL_LIST_N_PRESETS; i++)
    add_preset (self, i);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.make", FALSE);
}

static HfCallListEditor *
editor_new (GtkWidget *parent, HfStore *store)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  HfCallListEditor *self = g_object_new (HF_TYPE_CALL_LIST_EDITOR, "transient-for",
                                         GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->asker, parent);
  hf_store_run_async (store, HF_STORE_READ, load_choices, NULL, NULL, choices_free, NULL,
                      on_choices, g_object_ref (self));
  return self;
}

/**
 * hf_call_list_editor_new:
 * @parent: a widget of the window that it belongs to
 * @store: the store
 *
 * Makes a window for a new call list; when it is stored, the signal "made" gives it, and it is
 * offered to take that back.
 *
 * Returns: (transfer none): the window, not shown yet
 */
HfCallListEditor *
hf_call_list_editor_new (GtkWidget *parent, HfStore *store)
{
  HfCallListEditor *self = editor_new (parent, store);
  gtk_widget_child_focus (GTK_WIDGET (self->presets), GTK_DIR_TAB_FORWARD);
  show_preset (self, 0);
  return self;
}

/**
 * hf_call_list_editor_new_for_chosen:
 * @parent: a widget of the window that it belongs to
 * @store: the store
 * @choice: (transfer full): who was chosen by hand
 * @n_chosen: how many these are
 *
 * Makes a window for a new call list of certain customers, as hf_call_list_editor_new() does of
 * those whom a rule picks.
 *
 * Returns: (transfer none): the window, not shown yet
 */
HfCallListEditor *
hf_call_list_editor_new_for_chosen (GtkWidget *parent, HfStore *store, HfCustomerChoice *choice,
                                    gint64 n_chosen)
{
  HfCallListEditor *self = editor_new (parent, store);
  g_autofree char *today = hf_time_today ();
  g_autofree char *words = hf_call_list_words_chosen (n_chosen);
  g_autoptr (HfCampaign) campaign = hf_campaign_new ();
  self->choice = choice;
  campaign->name = hf_call_list_preset_name (_ ("Chosen customers"), today);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->chosen), words);
  gtk_widget_set_visible (self->chosen_group, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->presets), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->rule), FALSE);
  hf_call_list_terms_show (self->terms, campaign);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
  on_changed (self);
  return self;
}
