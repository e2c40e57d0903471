#include "config.h"

#include "hf-toaster.h"

/* A toast is read in this time, at least, before the next one takes its place. */
#define READ_MILLISECONDS 1000

/* The way out takes libadwaita 200. */
#define LEAVE_MILLISECONDS 300

#define KEY "hf-toaster"

/* Gives an overlay one toast after the other. libadwaita 1.2 aborts, or uses what it has freed,
 * where a toast goes while it is still coming, or comes back while it is still going; here no
 * two are ever under way at once. */
struct _HfToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* borrowed: it owns this */
  GQueue waiting;           /* (element-type AdwToast) */
  AdwToast *shown;          /* NULL: none */
  gint64 shown_at;          /* monotonic */
  guint timer;
};

G_DEFINE_FINAL_TYPE (HfToaster, hf_toaster, G_TYPE_OBJECT)

static void advance (HfToaster *self);

static gboolean
on_time (gpointer self)
{
  HF_TOASTER (self)->timer = 0;
  advance (self);
  return G_SOURCE_REMOVE;
}

static void
wait (HfToaster *self, gint64 milliseconds)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (MAX (milliseconds, 1), on_time, self);
}

static void
on_dismissed (AdwToast *toast, HfToaster *self)
{
  g_clear_object (&self->shown);
  g_clear_handle_id (&self->timer, g_source_remove);
  wait (self, LEAVE_MILLISECONDS);
}

static void
show_next (HfToaster *self)
{
  self->shown = g_queue_pop_head (&self->waiting);
  self->shown_at = g_get_monotonic_time ();
  g_signal_connect_object (self->shown, "dismissed", G_CALLBACK (on_dismissed), self, 0);
  /* A toast is gone in seconds: who was not looking, such as a test, finds it in the log. */
  g_debug ("Says: %s", adw_toast_get_title (self->shown));
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->shown));
}

static void
advance (HfToaster *self)
{
  if (g_queue_is_empty (&self->waiting))
    return;
  if (self->shown == NULL)
    show_next (self);
  gint64 shown_for = (g_get_monotonic_time () - self->shown_at) / G_TIME_SPAN_MILLISECOND;
  if (g_queue_is_empty (&self->waiting))
    return;
  if (shown_for < READ_MILLISECONDS)
    wait (self, READ_MILLISECONDS - shown_for);
  else
    adw_toast_dismiss (self->shown);
}

static void
hf_toaster_dispose (GObject *object)
{
  HfToaster *self = HF_TOASTER (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (hf_toaster_parent_class)->dispose (object);
}

static void
hf_toaster_class_init (HfToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_toaster_dispose;
}

static void
hf_toaster_init (HfToaster *self)
{
  g_queue_init (&self->waiting);
}

/**
 * hf_toaster_get:
 * @overlay: an overlay whose toasts all come this way
 *
 * Gives what shows an overlay's toasts.
 *
 * Returns: (transfer none): the toaster
 */
HfToaster *
hf_toaster_get (AdwToastOverlay *overlay)
{
  HfToaster *self = g_object_get_data (G_OBJECT (overlay), KEY);
  if (self == NULL)
    {
      self = g_object_new (HF_TYPE_TOASTER, NULL);
      self->overlay = overlay;
      g_object_set_data_full (G_OBJECT (overlay), KEY, self, g_object_unref);
    }
  return self;
}

/**
 * hf_toaster_add:
 * @self: a toaster
 * @toast: a toast
 *
 * Shows a toast: at once where none shows, else as soon as those before it could be read.
 */
void
hf_toaster_add (HfToaster *self, AdwToast *toast)
{
  g_queue_push_tail (&self->waiting, g_object_ref (toast));
  if (self->timer == 0)
    advance (self);
}
