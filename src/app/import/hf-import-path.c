#include "config.h"

#include "hf-import-path.h"

#include <glib/gi18n.h>

#include "hf-import-step-closures.h"
#include "hf-wrap-box.h"

#define SPACING 3

/* Where one is among the steps of an import; those that are done are buttons. */
struct _HfImportPath
{
  GtkWidget parent_instance;

  GtkWidget *lines; /* its child, in more than one line where there is little room */
  GtkWidget *buttons[HF_IMPORT_N_STEPS];
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfImportPath, hf_import_path, GTK_TYPE_WIDGET)

static void
on_clicked (GtkWidget *button, HfImportPath *self)
{
  for (guint i = 0; i < HF_IMPORT_N_STEPS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, i);
}

static GtkWidget *
add_button (HfImportPath *self, HfImportStep step)
{
  GtkWidget *label = gtk_label_new (hf_import_words_step (step));
  GtkWidget *button = gtk_button_new ();
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "step");
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_widget_set_parent (button, self->lines);
  return button;
}

static void
hf_import_path_dispose (GObject *object)
{
  HfImportPath *self = HF_IMPORT_PATH (object);
  g_clear_pointer (&self->lines, gtk_widget_unparent);
  G_OBJECT_CLASS (hf_import_path_parent_class)->dispose (object);
}

static void
hf_import_path_class_init (HfImportPathClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_import_path_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "path");

  /**
   * HfImportPath::chosen:
   * @step: an #HfImportStep that is done
   *
   * The person wants to go back to a step.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
hf_import_path_init (HfImportPath *self)
{
  self->lines = hf_wrap_box_new (SPACING);
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
  for (HfImportStep step = 0; step < HF_IMPORT_N_STEPS; step++)
    self->buttons[step] = add_button (self, step);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps of the import"), -1);
}

static void
show_place (GtkWidget *button, const char *place)
{
  static const char *const places[] = { "passed", "present", "ahead" };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_widget_remove_css_class (button, places[i]);
  gtk_widget_add_css_class (button, place);
}

/**
 * hf_import_path_set_step:
 * @self: the path
 * @step: where one is
 * @open: a bit for each step to which one can go back
 *
 * Shows where one is.
 */
void
hf_import_path_set_step (HfImportPath *self, HfImportStep step, guint open)
{
  for (HfImportStep i = 0; i < HF_IMPORT_N_STEPS; i++)
    {
      GtkWidget *button = self->buttons[i];
      gboolean is_open = i < step && (open >> i) & 1;
      g_autofree char *words = hf_import_words_step_place (i, i == step);
      show_place (button, i < step ? "passed" : i == step ? "present" : "ahead");
      gtk_widget_set_sensitive (button, is_open);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      words, -1);
    }
}
