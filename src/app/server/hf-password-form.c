#include "config.h"

#include "hf-password-form.h"

#include <adwaita.h>

#include "hf-keyring.h"
#include "hf-widget.h"

/* A password, and whether the keyring shall remember it. */
struct _HfPasswordForm
{
  GtkWidget parent_instance;

  GtkEditable *password;
  GtkSwitch *remember;
  GtkWidget *remember_row;
};

G_DEFINE_FINAL_TYPE (HfPasswordForm, hf_password_form, GTK_TYPE_WIDGET)

static gboolean
hf_password_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_PASSWORD_FORM (widget)->password));
}

static void
hf_password_form_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_PASSWORD_FORM);
  G_OBJECT_CLASS (hf_password_form_parent_class)->dispose (object);
}

static void
hf_password_form_class_init (HfPasswordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_password_form_dispose;
  widget_class->grab_focus = hf_password_form_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/server/hf-password-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPasswordForm, password);
  gtk_widget_class_bind_template_child (widget_class, HfPasswordForm, remember);
  gtk_widget_class_bind_template_child (widget_class, HfPasswordForm, remember_row);
}

static void
hf_password_form_init (HfPasswordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->remember_row, hf_keyring_is_built_in ());
}

/**
 * hf_password_form_new:
 *
 * Makes an empty form.
 *
 * Returns: (transfer floating): the form
 */
HfPasswordForm *
hf_password_form_new (void)
{
  return g_object_new (HF_TYPE_PASSWORD_FORM, NULL);
}

/**
 * hf_password_form_get_password:
 * @self: a form
 *
 * Gives what was typed.
 *
 * Returns: (nullable): the password; %NULL where nothing was typed
 */
const char *
hf_password_form_get_password (HfPasswordForm *self)
{
  const char *password = gtk_editable_get_text (self->password);
  return *password != '\0' ? password : NULL;
}

/**
 * hf_password_form_get_remember:
 * @self: a form
 *
 * Tells whether the keyring shall remember it.
 *
 * Returns: whether it shall
 */
gboolean
hf_password_form_get_remember (HfPasswordForm *self)
{
  return gtk_switch_get_active (self->remember);
}

/**
 * hf_password_form_clear:
 * @self: a form
 *
 * Takes the password out.
 */
void
hf_password_form_clear (HfPasswordForm *self)
{
  gtk_editable_set_text (self->password, "");
}
