#include "config.h"

#include "hf-server-form.h"

#include <adwaita.h>

#include "hf-server-address.h"
#include "hf-text.h"
#include "hf-widget.h"

#define NO_SERVER "postgresql://"

/* Where a database is, in rows, and as the connection string that they make; whichever of the
 * two is typed, the other follows. */
struct _HfServerForm
{
  GtkWidget parent_instance;

  GtkEditable *host;
  GtkEditable *port;
  GtkEditable *database;
  GtkEditable *user;
  GtkEditable *string;

  gboolean following; /* the program types */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfServerForm, hf_server_form, GTK_TYPE_WIDGET)

static void
follow (HfServerForm *self, GtkEditable *row, const char *text)
{
  self->following = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (row), text) != 0)
    gtk_editable_set_text (row, text != NULL ? text : "");
  self->following = FALSE;
}

/* What the string says besides the rows stays. */
static void
on_row_changed (HfServerForm *self)
{
  if (self->following)
    return;
  g_autoptr (HfServerAddress) address = hf_server_address_parse (
      gtk_editable_get_text (self->string));
  if (address == NULL)
    address = hf_server_address_parse (NO_SERVER);
  hf_server_address_set (address, "host", gtk_editable_get_text (self->host));
  hf_server_address_set (address, "port", gtk_editable_get_text (self->port));
  hf_server_address_set (address, "dbname", gtk_editable_get_text (self->database));
  hf_server_address_set (address, "user", gtk_editable_get_text (self->user));
  g_autofree char *location = hf_server_address_to_location (address);
  follow (self, self->string, location);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_parts (HfServerForm *self)
{
  g_autoptr (HfServerAddress) address = hf_server_address_parse (
      gtk_editable_get_text (self->string));
  if (address == NULL)
    return;
  follow (self, self->host, hf_server_address_get (address, "host"));
  follow (self, self->port, hf_server_address_get (address, "port"));
  follow (self, self->database, hf_server_address_get (address, "dbname"));
  follow (self, self->user, hf_server_address_get (address, "user"));
}

static void
on_string_changed (HfServerForm *self)
{
  if (self->following)
    return;
  show_parts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
hf_server_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_SERVER_FORM (widget)->host));
}

static void
hf_server_form_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SERVER_FORM);
  G_OBJECT_CLASS (hf_server_form_parent_class)->dispose (object);
}

static void
hf_server_form_class_init (HfServerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_server_form_dispose;
  widget_class->grab_focus = hf_server_form_grab_focus;

  /**
   * HfServerForm::changed:
   *
   * Another location was typed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/server/hf-server-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HfServerForm, host);
  gtk_widget_class_bind_template_child (widget_class, HfServerForm, port);
  gtk_widget_class_bind_template_child (widget_class, HfServerForm, database);
  gtk_widget_class_bind_template_child (widget_class, HfServerForm, user);
  gtk_widget_class_bind_template_child (widget_class, HfServerForm, string);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_string_changed);
}

static void
hf_server_form_init (HfServerForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  follow (self, self->string, NO_SERVER);
}

/**
 * hf_server_form_set_location:
 * @self: a form
 * @location: a connection string of libpq
 *
 * Fills the form in.
 */
void
hf_server_form_set_location (HfServerForm *self, const char *location)
{
  follow (self, self->string, location);
  show_parts (self);
}

/**
 * hf_server_form_dup_location:
 * @self: a form
 *
 * Gives what was typed.
 *
 * Returns: (transfer full): a connection string of libpq, or whatever stands in its row
 */
char *
hf_server_form_dup_location (HfServerForm *self)
{
  return hf_text_trim (gtk_editable_get_text (self->string));
}
