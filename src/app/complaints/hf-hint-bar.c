#include "config.h"

#include "hf-hint-bar.h"

#include "hf-complaint-hint.h"
#include "hf-hint-closures.h"
#include "hf-hint-window.h"
#include "hf-store-hints.h"

/* Many saves come one after the other. */
#define SWEEP_DELAY_MS 1000

/* Looks through new notes in the background, and says how many sound like a complaint. */
struct _HfHintBar
{
  AdwBin parent_instance;

  GtkButton *button;

  HfStore *store;
  GCancellable *cancellable;
  guint sweep_source;
  gboolean sweeping;
  gboolean again; /* something was saved meanwhile */
};

enum
{
  SIGNAL_REGISTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfHintBar, hf_hint_bar, ADW_TYPE_BIN)

static void sweep_soon (HfHintBar *self);

static gpointer
count_hints (HfStoreSession *session, gpointer unused, GError **error)
{
  gint64 count = 0;
  return hf_store_hints_count (session, &count, error) ? g_memdup2 (&count, sizeof count)
                                                       : NULL;
}

static void
on_counted (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfHintBar) self = data;
  g_autofree gint64 *count = hf_store_run_finish (HF_STORE (store), result, NULL);
  self->sweeping = FALSE;
  if (self->store == NULL)
    return;
  if (count != NULL)
    {
      g_autofree char *words = hf_hint_count_words ((guint) *count);
      gtk_button_set_label (self->button, words);
      gtk_widget_set_visible (GTK_WIDGET (self), *count > 0);
    }
  if (self->again)
    sweep_soon (self);
}

static void
count (HfHintBar *self)
{
  hf_store_run_async (self->store, HF_STORE_READ, count_hints, NULL, NULL, g_free,
                      self->cancellable, on_counted, g_object_ref (self));
}

static gpointer
keep (HfStoreSession *session, gpointer sweep, GError **error)
{
  return hf_store_hints_keep (session, sweep, error) ? HF_STORE_DONE : NULL;
}

static void
on_kept (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfHintBar) self = data;
  hf_store_run_finish (HF_STORE (store), result, NULL);
  if (self->store != NULL)
    count (self);
}

static void
on_looked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfHintBar) self = data;
  g_autoptr (HfHintSweep) sweep = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (self->store == NULL)
    return;
  if (sweep != NULL && hf_hint_sweep_is_worth_keeping (sweep))
    hf_store_run_async (self->store, HF_STORE_WRITE_DRAFT, keep, g_steal_pointer (&sweep),
                        (GDestroyNotify) hf_hint_sweep_free, NULL, self->cancellable, on_kept,
                        g_object_ref (self));
  else
    count (self);
}

static gboolean
sweep (gpointer data)
{
  HfHintBar *self = data;
  self->sweep_source = 0;
  self->again = FALSE;
  self->sweeping = TRUE;
  hf_store_run_async (self->store, HF_STORE_READ, hf_store_hints_look, NULL, NULL,
                      (GDestroyNotify) hf_hint_sweep_free, self->cancellable, on_looked,
                      g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
sweep_soon (HfHintBar *self)
{
  self->again = self->sweeping;
  if (!self->sweeping && self->sweep_source == 0)
    self->sweep_source = g_timeout_add (SWEEP_DELAY_MS, sweep, self);
}

static void
on_register (GtkWidget *window, HfComplaintHint *hint, HfHintBar *self)
{
  g_signal_emit (self, signals[SIGNAL_REGISTER], 0, hint);
}

static void
on_clicked (HfHintBar *self)
{
  GtkWidget *window = hf_hint_window_new (GTK_WIDGET (self), self->store);
  g_signal_connect_object (window, "register", G_CALLBACK (on_register), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
hf_hint_bar_dispose (GObject *object)
{
  hf_hint_bar_set_store (HF_HINT_BAR (object), NULL);
  G_OBJECT_CLASS (hf_hint_bar_parent_class)->dispose (object);
}

static void
hf_hint_bar_class_init (HfHintBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_hint_bar_dispose;
  signals[SIGNAL_REGISTER] = g_signal_new ("register", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                           1, HF_TYPE_COMPLAINT_HINT);
}

static void
hf_hint_bar_init (HfHintBar *self)
{
  self->button = GTK_BUTTON (gtk_button_new ());
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hf_hint_bar_set_store:
 * @self: a bar
 * @store: (nullable): where notes are
 *
 * Gives the bar its store, and looks through what is new whenever something is saved.
 */
void
hf_hint_bar_set_store (HfHintBar *self, HfStore *store)
{
  g_clear_handle_id (&self->sweep_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (store, "changed", G_CALLBACK (sweep_soon), self, G_CONNECT_SWAPPED);
  sweep_soon (self);
}
