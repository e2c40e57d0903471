#include "config.h"

#include "hf-saved-filters.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-store-saved-filters.h"
#include "hf-text.h"
#include "hf-widget.h"

/* The filters that have a name: chosen, made, named anew and removed. */
struct _HfSavedFilters
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *none;
  GtkListBox *list;
  GtkEditable *name;
  GtkLabel *problem;
  GtkButton *save;

  HfStore *store;
  GPtrArray *filters;     /* (element-type HfSavedFilter); NULL until they are read */
  char *expression;       /* what the list shows */
  HfSavedFilter *renamed; /* the one that gets the name that is typed; NULL: a new one */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfSavedFilters, hf_saved_filters, GTK_TYPE_WIDGET)

/* A change under way: a filter that is stored or removed, and what takes that back. */
typedef struct
{
  HfSavedFilters *self;
  HfSavedFilter *filter;
  gboolean removes;
  HfSavedFilter *before; /* comes back when it is undone; NULL: @filter goes again */
  char *words;           /* NULL: it takes another one back itself */
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;
  g_object_unref (act->self);
  g_object_unref (act->filter);
  g_clear_object (&act->before);
  g_free (act->words);
  g_free (act);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void execute (Act *act);

static void
on_undo (gpointer data)
{
  const Act *done = data;
  Act *undo = g_new0 (Act, 1);
  undo->self = g_object_ref (done->self);
  undo->filter = g_object_ref (done->before != NULL ? done->before : done->filter);
  undo->removes = done->before == NULL;
  execute (undo);
}

static gpointer
run_act (HfStoreSession *session, gpointer data, GError **error)
{
  const Act *act = data;
  gboolean done = act->removes ? hf_store_saved_filters_remove (session, act->filter->id, error)
                               : hf_store_saved_filters_save (session, act->filter, error);
  return done ? HF_STORE_DONE : NULL;
}

static void
show_problem (HfSavedFilters *self, const char *message)
{
  gtk_label_set_text (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
on_executed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  HfSavedFilters *self = act->self;
  gboolean done = hf_store_run_finish (HF_STORE (store), result, &error) != NULL;
  if (self->store == NULL)
    return;
  if (!done)
    {
      show_problem (self, hf_store_error_words (error));
      gtk_menu_button_popup (self->button);
      return;
    }
  if (act->words == NULL)
    return;
  const char *words = act->words;
  gtk_menu_button_popdown (self->button);
  hf_dialogs_toast_undo (GTK_WIDGET (self), words, on_undo, g_steal_pointer (&act), act_free);
}

static void
execute (Act *act)
{
  if (act->self->store == NULL)
    {
      act_free (act);
      return;
    }
  hf_store_run_async (act->self->store, HF_STORE_WRITE, run_act, act, NULL, NULL, NULL,
                      on_executed, act);
}

static Act *
act_new (HfSavedFilters *self, HfSavedFilter *filter, HfSavedFilter *before, const char *format)
{
  Act *act = g_new0 (Act, 1);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  act->self = g_object_ref (self);
  act->filter = g_object_ref (filter);
  act->before = before != NULL ? g_object_ref (before) : NULL;
  act->words = g_strjoinv (filter->name, parts);
  return act;
}

static HfSavedFilter *
get_filter (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "filter");
}

static void
begin_rename (HfSavedFilters *self, HfSavedFilter *filter)
{
  g_set_object (&self->renamed, filter);
  gtk_editable_set_text (self->name, filter != NULL ? filter->name : "");
  gtk_button_set_label (self->save, filter != NULL ? _ ("_Rename") : _ ("_Save"));
  show_problem (self, NULL);
}

static void
on_rename (GtkWidget *button, HfSavedFilters *self)
{
  begin_rename (self, get_filter (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_remove (GtkWidget *button, HfSavedFilters *self)
{
  HfSavedFilter *filter = get_filter (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  /* Translators: %s is the name of a saved filter. */
  Act *act = act_new (self, filter, filter, _ ("The filter “%s” is removed"));
  act->removes = TRUE;
  execute (act);
}

static void
on_row_activated (HfSavedFilters *self, GtkListBoxRow *row)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_filter (GTK_WIDGET (row))->expression);
}

/* The one that gets another name, the one that has this name already, or a new one. */
static void
on_save (HfSavedFilters *self)
{
  g_autofree char *name = hf_text_trim (gtk_editable_get_text (self->name));
  g_autoptr (HfSavedFilter) filter = NULL;
  HfSavedFilter *before = self->renamed;
  for (guint i = 0; before == NULL && self->filters != NULL && i < self->filters->len; i++)
    if (g_strcmp0 (((HfSavedFilter *) self->filters->pdata[i])->name, name) == 0)
      before = g_ptr_array_index (self->filters, i);
  filter = before != NULL ? hf_saved_filter_copy (before) : hf_saved_filter_new ();
  hf_text_set (&filter->name, name);
  if (self->renamed == NULL)
    hf_text_set (&filter->expression, self->expression);
  if (filter->expression == NULL)
    filter->expression = g_strdup ("");
  g_autoptr (GError) error = NULL;
  if (!hf_saved_filter_validate (filter, &error))
    {
      show_problem (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  /* Translators: %s is the name of a saved filter. */
  Act *act = act_new (self, filter, before, _ ("The filter “%s” is saved"));
  begin_rename (self, NULL);
  execute (act);
}

static GtkWidget *
make_button (HfSavedFilters *self, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
add_row (HfSavedFilters *self, HfSavedFilter *filter)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (filter->name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_button (self, "document-edit-symbolic", _ ("Rename"),
                                              G_CALLBACK (on_rename)));
  gtk_box_append (GTK_BOX (box), make_button (self, "user-trash-symbolic", _ ("Remove"),
                                              G_CALLBACK (on_remove)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "filter", g_object_ref (filter), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  filter->name, -1);
  gtk_list_box_append (self->list, row);
}

/* The button bears the name of the filter that is in force. */
static void
show_name (HfSavedFilters *self)
{
  const char *name = NULL;
  for (guint i = 0; self->filters != NULL && i < self->filters->len; i++)
    {
      const HfSavedFilter *filter = g_ptr_array_index (self->filters, i);
      if (g_strcmp0 (filter->expression, self->expression) == 0)
        name = filter->name;
    }
  gtk_label_set_text (self->label, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), name != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _ ("Saved Filters"), -1);
  if (name != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "narrowed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "narrowed");
}

static void
on_opened (HfSavedFilters *self)
{
  begin_rename (self, NULL);
}

static void
open_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (HF_SAVED_FILTERS (widget)->button);
}

static gboolean
hf_saved_filters_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_SAVED_FILTERS (widget)->button));
}

static void
hf_saved_filters_dispose (GObject *object)
{
  HfSavedFilters *self = HF_SAVED_FILTERS (object);
  g_clear_object (&self->store);
  g_clear_object (&self->renamed);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_SAVED_FILTERS);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->expression, g_free);
  G_OBJECT_CLASS (hf_saved_filters_parent_class)->dispose (object);
}

static void
hf_saved_filters_class_init (HfSavedFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_saved_filters_dispose;
  widget_class->grab_focus = hf_saved_filters_grab_focus;

  /**
   * HfSavedFilters::chosen:
   * @expression: what hf_customer_expression_parse() reads
   *
   * A filter was chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-saved-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSavedFilters, button);
  gtk_widget_class_bind_template_child (widget_class, HfSavedFilters, label);
  gtk_widget_class_bind_template_child (widget_class, HfSavedFilters, none);
  gtk_widget_class_bind_template_child (widget_class, HfSavedFilters, list);
  gtk_widget_class_bind_template_child (widget_class, HfSavedFilters, name);
  gtk_widget_class_bind_template_child (widget_class, HfSavedFilters, problem);
  gtk_widget_class_bind_template_child (widget_class, HfSavedFilters, save);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_install_action (widget_class, "saved-filters.open", NULL, open_list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_saved_filters_init (HfSavedFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_name (self);
}

/**
 * hf_saved_filters_set_store:
 * @self: the filters
 * @store: the store
 *
 * Tells where filters are saved.
 */
void
hf_saved_filters_set_store (HfSavedFilters *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * hf_saved_filters_set_filters:
 * @self: the filters
 * @filters: (element-type HfSavedFilter): those that there are
 *
 * Offers them.
 */
void
hf_saved_filters_set_filters (HfSavedFilters *self, GPtrArray *filters)
{
  GtkWidget *row;
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  self->filters = g_ptr_array_ref (filters);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < filters->len; i++)
    add_row (self, g_ptr_array_index (filters, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), filters->len > 0);
  gtk_widget_set_visible (self->none, filters->len == 0);
  show_name (self);
}

/**
 * hf_saved_filters_set_expression:
 * @self: the filters
 * @expression: what hf_customer_expression_format() gave
 *
 * Tells what the list shows, which can be saved.
 */
void
hf_saved_filters_set_expression (HfSavedFilters *self, const char *expression)
{
  g_free (self->expression);
  self->expression = g_strdup (expression);
  show_name (self);
}
