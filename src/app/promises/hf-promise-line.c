#include "config.h"

#include "hf-promise-line.h"

#include "hf-promise-closures.h"
#include "hf-time.h"
#include "hf-widget.h"

/* How often the clock is set. */
#define CLOCK_SECONDS 30

/* A promise in the list of them. */
struct _HfPromiseLine
{
  GtkWidget parent_instance;

  GtkLabel *what;
  GtkLabel *state;
  GtkLabel *who;
  GtkLabel *source;
  GtkLabel *clock;

  HfPromise *promise; /* NULL while it is being read */
  guint clock_source;
};

G_DEFINE_FINAL_TYPE (HfPromiseLine, hf_promise_line, GTK_TYPE_WIDGET)

static void
show_clock (HfPromiseLine *self)
{
  gint64 now = hf_time_now ();
  g_autofree char *clock = hf_promise_words_clock (self->promise, now);
  gtk_label_set_text (self->clock, clock);
  if (hf_promise_is_overdue (self->promise, now))
    gtk_widget_add_css_class (GTK_WIDGET (self->clock), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clock), "error");
}

/* The row as a screen reader says it. */
static void
tell (HfPromiseLine *self)
{
  g_autofree char *words = hf_promise_words_spoken (self->promise, hf_time_now ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static gboolean
on_clock (gpointer data)
{
  HfPromiseLine *self = data;
  if (self->promise != NULL)
    show_clock (self);
  return G_SOURCE_CONTINUE;
}

static void
hf_promise_line_dispose (GObject *object)
{
  HfPromiseLine *self = HF_PROMISE_LINE (object);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_clear_object (&self->promise);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_PROMISE_LINE);
  G_OBJECT_CLASS (hf_promise_line_parent_class)->dispose (object);
}

static void
hf_promise_line_class_init (HfPromiseLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_promise_line_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/promises/hf-promise-line.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPromiseLine, what);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseLine, state);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseLine, who);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseLine, source);
  gtk_widget_class_bind_template_child (widget_class, HfPromiseLine, clock);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_promise_line_init (HfPromiseLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->clock_source = g_timeout_add_seconds (CLOCK_SECONDS, on_clock, self);
}

/**
 * hf_promise_line_new:
 *
 * Makes an empty row of the list of promises.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hf_promise_line_new (void)
{
  return g_object_new (HF_TYPE_PROMISE_LINE, NULL);
}

/**
 * hf_promise_line_set_promise:
 * @self: a row
 * @promise: (nullable): what it shows, %NULL while it is being read
 *
 * Shows a promise in the row.
 */
void
hf_promise_line_set_promise (HfPromiseLine *self, HfPromise *promise)
{
  g_set_object (&self->promise, promise);
  gtk_widget_set_visible (GTK_WIDGET (self->state),
                          promise != NULL && promise->state != HF_PROMISE_OPEN);
  if (promise == NULL)
    {
      GtkLabel *const labels[] = { self->what, self->who, self->source, self->clock };
      for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
        gtk_label_set_text (labels[i], " ");
      return;
    }
  g_autofree char *who = hf_promise_words_row (promise);
  g_autofree char *source = hf_promise_words_source (promise);
  gtk_label_set_text (self->what, promise->what);
  gtk_label_set_text (self->state, hf_choice_label (hf_promise_states, promise->state));
  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->source, source);
  show_clock (self);
  tell (self);
}
