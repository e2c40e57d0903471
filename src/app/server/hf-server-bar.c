#include "config.h"

#include "hf-server-bar.h"

#include "hf-dialogs.h"
#include "hf-server-words.h"
#include "hf-text.h"
#include "hf-widget.h"

/* How often the number of saves that wait is looked at, while there may be some. */
#define LOOK_MS 500

/* Tells above every page that the database's server is away, and what becomes of what is saved.
 */
struct _HfServerBar
{
  GtkWidget parent_instance;

  GtkInfoBar *bar;
  GtkLabel *words;

  HfStore *store;
  char *state; /* NULL while the server is there and nothing waits */
  guint most;  /* of the saves that waited during this absence */
  guint source;
};

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfServerBar, hf_server_bar, GTK_TYPE_WIDGET)

static void
set_state (HfServerBar *self, const char *state)
{
  if (hf_text_set (&self->state, state))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
show_away (HfServerBar *self, guint waiting)
{
  g_autofree char *words = hf_server_words_away (waiting);
  g_autofree char *state = hf_server_words_state (waiting);
  self->most = MAX (self->most, waiting);
  gtk_label_set_text (self->words, words);
  gtk_info_bar_set_revealed (self->bar, TRUE);
  set_state (self, state);
}

static void
show_back (HfServerBar *self)
{
  g_autofree char *words = hf_server_words_back (self->most);
  self->most = 0;
  gtk_info_bar_set_revealed (self->bar, FALSE);
  set_state (self, NULL);
  hf_dialogs_toast (GTK_WIDGET (self), words);
}

/* It is back when what waited is saved, too. */
static gboolean
look (HfServerBar *self)
{
  guint waiting = hf_store_count_waiting (self->store);
  if (hf_store_is_online (self->store) && waiting == 0)
    {
      show_back (self);
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  show_away (self, waiting);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_look (gpointer self)
{
  return look (self);
}

static void
on_online (HfServerBar *self, guint online)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (online && self->state == NULL)
    return;
  if (look (self) == G_SOURCE_CONTINUE)
    self->source = g_timeout_add (LOOK_MS, on_look, self);
}

static void
hf_server_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, HF_SERVER_BAR (object)->state);
}

static void
hf_server_bar_dispose (GObject *object)
{
  HfServerBar *self = HF_SERVER_BAR (object);
  hf_server_bar_set_store (self, NULL);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SERVER_BAR);
  G_OBJECT_CLASS (hf_server_bar_parent_class)->dispose (object);
}

static void
hf_server_bar_finalize (GObject *object)
{
  g_free (HF_SERVER_BAR (object)->state);
  G_OBJECT_CLASS (hf_server_bar_parent_class)->finalize (object);
}

static void
hf_server_bar_class_init (HfServerBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_server_bar_get_property;
  object_class->dispose = hf_server_bar_dispose;
  object_class->finalize = hf_server_bar_finalize;

  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/server/hf-server-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HfServerBar, bar);
  gtk_widget_class_bind_template_child (widget_class, HfServerBar, words);
}

static void
hf_server_bar_init (HfServerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_server_bar_set_store:
 * @self: the bar
 * @store: (nullable): the store that it tells of
 *
 * Says which database it is about.
 */
void
hf_server_bar_set_store (HfServerBar *self, HfStore *store)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_handle_id (&self->source, g_source_remove);
  self->most = 0;
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  gtk_info_bar_set_revealed (self->bar, FALSE);
  set_state (self, NULL);
  g_signal_connect_swapped (store, "online", G_CALLBACK (on_online), self);
  if (!hf_store_is_online (store))
    on_online (self, FALSE);
}

/**
 * hf_server_bar_get_state:
 * @self: the bar
 *
 * Says in short that the server is away.
 *
 * Returns: (nullable): such as "Server away, 2 saves wait"; %NULL while it is there
 */
const char *
hf_server_bar_get_state (HfServerBar *self)
{
  return self->state;
}
