#include "config.h"

#include "hf-toaster.h"

/* A toast is read in this time, at least, before the next one takes its place. */
#define READ_MILLISECONDS 1000

/* The way in and the way out take libadwaita 300 each, by the clock of the frames. */
#define MOVE_MILLISECONDS 400

#define KEY "hf-toaster"

typedef enum
{
  STATE_CLEAR,
  STATE_COMING,
  STATE_SHOWN,
  STATE_LEAVING,
} State;

/* Gives an overlay one toast after the other. libadwaita 1.2 aborts, or uses what it has freed,
 * where a toast goes while it is still coming, or comes back while it is still going; here no
 * two are ever under way at once, however seldom a busy machine draws a frame. */
struct _HfToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* borrowed: it owns this */
  GQueue waiting;           /* (element-type AdwToast) */
  AdwToast *shown;          /* NULL: none */
  State state;
  gboolean is_done;   /* it goes as soon as it has come */
  gboolean has_moved; /* a frame came after the time for that */
  gint64 moves_since; /* of the frame clock */
  gint64 shown_at;    /* monotonic */
  guint timer;
};

G_DEFINE_FINAL_TYPE (HfToaster, hf_toaster, G_TYPE_OBJECT)

static void advance (HfToaster *self);

/* The animation may be told of the same frame later than this is. */
static gboolean
on_frame (GtkWidget *overlay, GdkFrameClock *clock, gpointer data)
{
  HfToaster *self = data;
  gint64 moved_for = gdk_frame_clock_get_frame_time (clock) - self->moves_since;
  if (!self->has_moved)
    {
      self->has_moved = moved_for >= MOVE_MILLISECONDS * G_TIME_SPAN_MILLISECOND;
      return G_SOURCE_CONTINUE;
    }
  self->state = self->state == STATE_COMING ? STATE_SHOWN : STATE_CLEAR;
  if (self->is_done)
    /* It takes itself for dismissed already; the overlay has not heard of it. */
    g_signal_emit_by_name (self->shown, "dismissed");
  else
    advance (self);
  return G_SOURCE_REMOVE;
}

static void
move (HfToaster *self, State state)
{
  GtkWidget *overlay = GTK_WIDGET (self->overlay);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (overlay);
  self->state = state;
  self->is_done = FALSE;
  self->has_moved = FALSE;
  self->moves_since = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  gtk_widget_add_tick_callback (overlay, on_frame, self, NULL);
}

/* Nobody presses its button twice. */
static void
let_go (HfToaster *self)
{
  GtkWidget *widget = gtk_widget_get_last_child (GTK_WIDGET (self->overlay));
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_can_focus (widget, FALSE);
}

static void
on_dismissed (AdwToast *toast, HfToaster *self)
{
  if (toast != self->shown)
    return;
  let_go (self);
  if (self->state == STATE_COMING)
    {
      self->is_done = TRUE;
      g_signal_stop_emission_by_name (toast, "dismissed");
      return;
    }
  g_clear_object (&self->shown);
  g_clear_handle_id (&self->timer, g_source_remove);
  move (self, STATE_LEAVING);
}

static void
show_next (HfToaster *self)
{
  self->shown = g_queue_pop_head (&self->waiting);
  self->shown_at = g_get_monotonic_time ();
  /* Before the overlay does so: it is told of what goes only when that may go. */
  g_signal_connect_object (self->shown, "dismissed", G_CALLBACK (on_dismissed), self, 0);
  move (self, STATE_COMING);
  /* A toast is gone in seconds: who was not looking, such as a test, finds it in the log. */
  g_debug ("Says: %s", adw_toast_get_title (self->shown));
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->shown));
}

static gboolean
on_time (gpointer data)
{
  HfToaster *self = data;
  self->timer = 0;
  adw_toast_dismiss (self->shown);
  return G_SOURCE_REMOVE;
}

static void
advance (HfToaster *self)
{
  if (g_queue_is_empty (&self->waiting))
    return;
  if (self->state == STATE_CLEAR)
    show_next (self);
  else if (self->state == STATE_SHOWN && self->timer == 0)
    {
      gint64 shown_for = (g_get_monotonic_time () - self->shown_at) / G_TIME_SPAN_MILLISECOND;
      self->timer = g_timeout_add (MAX (READ_MILLISECONDS - shown_for, 1), on_time, self);
    }
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
  advance (self);
}
