#include "config.h"

#include "hf-call-list-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-call-list-words.h"
#include "hf-store-campaigns.h"
#include "hf-today-closures.h"
#include "hf-widget.h"

/* Whom a call list that is being made would call. */
struct _HfCallListPreview
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *called;
  GtkLabel *classes;
  GtkLabel *left_out;
  GtkListBox *names;
  GtkLabel *more;
  GtkLabel *problem;

  GCancellable *cancellable; /* of what is being counted */
  gint64 n_called;
};

enum
{
  PROP_N_CALLED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfCallListPreview, hf_call_list_preview, GTK_TYPE_WIDGET)

/* What is asked of the store. */
typedef struct
{
  HfCampaign *campaign;
  HfCustomerChoice *choice; /* NULL: by the list's rule */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;
  g_clear_object (&asked->campaign);
  g_clear_pointer (&asked->choice, hf_customer_choice_free);
  g_free (asked);
}

typedef struct
{
  HfCampaignPreview counts;
  GPtrArray *first; /* (element-type HfCallTask) */
} Picked;

static void
picked_free (gpointer data)
{
  Picked *picked = data;
  g_clear_pointer (&picked->first, g_ptr_array_unref);
  g_free (picked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picked, picked_free)

static gpointer
pick (HfStoreSession *session, gpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (Picked) picked = g_new0 (Picked, 1);
  if (!hf_store_campaigns_preview (session, asked->campaign, asked->choice, &picked->counts,
                                   error))
    return NULL;
  picked->first = hf_store_campaigns_list_picked (session, asked->campaign, asked->choice,
                                                  HF_CALL_LIST_PREVIEW_NAMES, error);
  return picked->first != NULL ? g_steal_pointer (&picked) : NULL;
}

static void
set_n_called (HfCallListPreview *self, gint64 n_called)
{
  if (self->n_called == n_called)
    return;
  self->n_called = n_called;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CALLED]);
}

static void
show_names (HfCallListPreview *self, GPtrArray *tasks)
{
  GtkWidget *row;
  hf_widget_empty_list (self->names);
  for (guint i = 0; i < tasks->len; i++)
    {
      const HfCallTask *task = tasks->pdata[i];
      g_autofree char *title = hf_today_call_title (task);
      row = adw_action_row_new ();
      g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", task->customer_code,
                    NULL);
      gtk_list_box_append (self->names, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->names), tasks->len > 0);
}

static void
show_picked (HfCallListPreview *self, const Picked *picked)
{
  g_autofree char *called = hf_call_list_words_called (&picked->counts);
  g_autofree char *classes = hf_call_list_words_classes (&picked->counts);
  g_autofree char *left_out = hf_call_list_words_left_out (&picked->counts);
  gint64 left = picked->counts.n_called - picked->first->len;
  g_autofree char *more = g_strdup_printf (
      ngettext ("and %d more after these", "and %d more after these", left), (int) left);
  gtk_label_set_text (self->called, called);
  gtk_label_set_text (self->classes, classes);
  gtk_widget_set_visible (GTK_WIDGET (self->classes), picked->counts.n_called > 0);
  gtk_label_set_text (self->left_out, left_out != NULL ? left_out : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), left_out != NULL);
  show_names (self, picked->first);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), left > 0);
  gtk_stack_set_visible_child_name (self->stack, "picked");
  set_n_called (self, picked->counts.n_called);
}

static void
on_picked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfCallListPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Picked) picked = hf_store_run_finish (HF_STORE (store), result, &error);
  if (picked != NULL)
    show_picked (self, picked);
  else if (!g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    hf_call_list_preview_set_problem (self, hf_store_error_words (error));
}

static void
hf_call_list_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, HF_CALL_LIST_PREVIEW (object)->n_called);
}

static void
hf_call_list_preview_dispose (GObject *object)
{
  hf_store_stop_reading (&HF_CALL_LIST_PREVIEW (object)->cancellable);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CALL_LIST_PREVIEW);
  G_OBJECT_CLASS (hf_call_list_preview_parent_class)->dispose (object);
}

static void
hf_call_list_preview_class_init (HfCallListPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_call_list_preview_get_property;
  object_class->dispose = hf_call_list_preview_dispose;

  properties[PROP_N_CALLED] = g_param_spec_int64 ("n-called", NULL, NULL, 0, G_MAXINT64, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/calls/hf-call-list-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallListPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, HfCallListPreview, called);
  gtk_widget_class_bind_template_child (widget_class, HfCallListPreview, classes);
  gtk_widget_class_bind_template_child (widget_class, HfCallListPreview, left_out);
  gtk_widget_class_bind_template_child (widget_class, HfCallListPreview, names);
  gtk_widget_class_bind_template_child (widget_class, HfCallListPreview, more);
  gtk_widget_class_bind_template_child (widget_class, HfCallListPreview, problem);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_call_list_preview_init (HfCallListPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_call_list_preview_set_campaign:
 * @self: a preview
 * @store: the store
 * @campaign: (transfer full): a call list that is not made yet
 * @choice: (nullable): who was chosen by hand, instead of the list's rule
 *
 * Counts, without waiting, whom a call list would call, and shows it.
 */
void
hf_call_list_preview_set_campaign (HfCallListPreview *self, HfStore *store,
                                   HfCampaign *campaign, const HfCustomerChoice *choice)
{
  Asked *asked = g_new0 (Asked, 1);
  asked->campaign = campaign;
  asked->choice = choice != NULL ? hf_customer_choice_copy (choice) : NULL;
  hf_store_read_newest (store, &self->cancellable, pick, asked, asked_free, picked_free,
                        on_picked, g_object_ref (self));
}

/**
 * hf_call_list_preview_set_problem:
 * @self: a preview
 * @message: why nobody can be picked, a sentence
 *
 * Says what is wrong with the rule.
 */
void
hf_call_list_preview_set_problem (HfCallListPreview *self, const char *message)
{
  hf_store_stop_reading (&self->cancellable);
  gtk_label_set_text (self->problem, message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  set_n_called (self, 0);
}
