#include "config.h"

#include "hf-hint-window.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-hint-row.h"
#include "hf-hint-words-window.h"
#include "hf-store-act.h"
#include "hf-store-hints.h"
#include "hf-widget.h"

/* What sounds like a complaint that nobody registered, for a decision each. */
struct _HfHintWindow
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *failure;

  HfStore *store; /* NULL: the window is closed */
  GCancellable *reading;
};

enum
{
  SIGNAL_REGISTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfHintWindow, hf_hint_window, ADW_TYPE_WINDOW)

/* What shows. */
typedef struct
{
  GPtrArray *hints; /* (element-type HfComplaintHint) */
  HfComplaintWords *words;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;
  g_clear_pointer (&shown->hints, g_ptr_array_unref);
  g_clear_object (&shown->words);
  g_free (shown);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

static gpointer
load_hints (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (Shown) shown = g_new0 (Shown, 1);
  shown->words = hf_store_hints_get_words (session, error);
  if (shown->words != NULL)
    shown->hints = hf_store_hints_list (session, error);
  return shown->hints != NULL ? g_steal_pointer (&shown) : NULL;
}

/* A decision, and the hint that it is about. */
typedef struct
{
  gint64 id;
  HfHintState state;
} Decision;

static gpointer
decide (HfStoreSession *session, gpointer data, GError **error)
{
  const Decision *decision = data;
  return hf_store_hints_decide (session, decision->id, decision->state, error) ? HF_STORE_DONE
                                                                               : NULL;
}

static gpointer
take_back (HfStoreSession *session, gpointer data, GError **error)
{
  const Decision *decision = data;
  return hf_store_hints_decide (session, decision->id, HF_HINT_OPEN, error) ? HF_STORE_DONE
                                                                            : NULL;
}

static void
on_decided (HfHintRow *row, int state, HfHintWindow *self)
{
  g_autoptr (HfComplaintHint) hint = g_object_ref (hf_hint_row_get_hint (row));
  if (state == HF_HINT_REGISTERED)
    {
      g_signal_emit (self, signals[SIGNAL_REGISTER], 0, hint);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  Decision *decision = g_new0 (Decision, 1);
  *decision = (Decision){ hint->id, state };
  hf_store_act_run (GTK_WIDGET (self->stack), self->store, decide, take_back, decision, g_free,
                    state == HF_HINT_LATER ? _ ("Put off") : _ ("Kept as no complaint"));
}

static int
find_focus (HfHintWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, HF_TYPE_HINT_ROW) : NULL;
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;
}

/* The keyboard goes on where it was, to the next one where that is decided. */
static void
show_hints (HfHintWindow *self, const Shown *shown)
{
  int place = MIN (find_focus (self), (int) shown->hints->len - 1);
  hf_widget_empty_list (self->list);
  for (guint i = 0; i < shown->hints->len; i++)
    {
      GtkWidget *row = hf_hint_row_new (shown->hints->pdata[i], shown->words);
      g_signal_connect (row, "decided", G_CALLBACK (on_decided), self);
      gtk_list_box_append (self->list, row);
    }
  gtk_stack_set_visible_child_name (self->stack, shown->hints->len > 0 ? "list" : "none");
  if (place >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, place)));
}

static void
on_loaded (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfHintWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Shown) shown = hf_store_run_finish (HF_STORE (store), result, &error);
  if (self->store == NULL)
    return;
  if (shown != NULL)
    show_hints (self, shown);
  else
    hf_dialogs_show_failure (self->stack, self->failure, error);
}

static void
load (HfHintWindow *self)
{
  hf_store_read_newest (self->store, &self->reading, load_hints, NULL, NULL, shown_free,
                        on_loaded, g_object_ref (self));
}

static void
change_words (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = hf_hint_words_window_new (widget, HF_HINT_WINDOW (widget)->store);
  gtk_window_present (GTK_WINDOW (window));
}

static void
hf_hint_window_dispose (GObject *object)
{
  HfHintWindow *self = HF_HINT_WINDOW (object);
  hf_store_stop_reading (&self->reading);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_HINT_WINDOW);
  G_OBJECT_CLASS (hf_hint_window_parent_class)->dispose (object);
}

static void
hf_hint_window_class_init (HfHintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_hint_window_dispose;
  signals[SIGNAL_REGISTER] = g_signal_new ("register", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           1, HF_TYPE_COMPLAINT_HINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-hint-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HfHintWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, HfHintWindow, list);
  gtk_widget_class_bind_template_child (widget_class, HfHintWindow, failure);
  gtk_widget_class_install_action (widget_class, "hints.change-words", NULL, change_words);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_hint_window_init (HfHintWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_hint_window_new:
 * @parent: a widget of the window that it belongs to
 * @store: where the hints are
 *
 * Makes a window that lists what sounds like a complaint.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_hint_window_new (GtkWidget *parent, HfStore *store)
{
  HfHintWindow *self = g_object_new (HF_TYPE_HINT_WINDOW, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
