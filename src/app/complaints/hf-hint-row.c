#include "config.h"

#include "hf-hint-row.h"

#include "hf-hint-closures.h"

/* Words that sound like a complaint, and what is decided about them by a key or a button. */
struct _HfHintRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *origin;
  GtkLabel *words;

  HfComplaintHint *hint;
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfHintRow, hf_hint_row, GTK_TYPE_LIST_BOX_ROW)

static void
register_it (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DECIDED], 0, HF_HINT_REGISTERED);
}

static void
dismiss (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DECIDED], 0, HF_HINT_DISMISSED);
}

static void
put_off (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DECIDED], 0, HF_HINT_LATER);
}

static void
hf_hint_row_dispose (GObject *object)
{
  g_clear_object (&HF_HINT_ROW (object)->hint);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_HINT_ROW);
  G_OBJECT_CLASS (hf_hint_row_parent_class)->dispose (object);
}

static void
hf_hint_row_class_init (HfHintRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_hint_row_dispose;
  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-hint-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfHintRow, title);
  gtk_widget_class_bind_template_child (widget_class, HfHintRow, origin);
  gtk_widget_class_bind_template_child (widget_class, HfHintRow, words);
  gtk_widget_class_install_action (widget_class, "hint.register", NULL, register_it);
  gtk_widget_class_install_action (widget_class, "hint.dismiss", NULL, dismiss);
  gtk_widget_class_install_action (widget_class, "hint.put-off", NULL, put_off);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "hint.register", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "hint.dismiss", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "hint.put-off", NULL);
}

static void
hf_hint_row_init (HfHintRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_hint_row_new:
 * @hint: a hint
 * @words: what sounds like a complaint
 *
 * Makes the row of a hint.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
hf_hint_row_new (HfComplaintHint *hint, HfComplaintWords *words)
{
  HfHintRow *self = g_object_new (HF_TYPE_HINT_ROW, NULL);
  g_autofree char *title = hf_hint_title (hint);
  g_autofree char *origin = hf_hint_origin (hint);
  g_autofree char *markup = hf_hint_markup (hint, words);
  self->hint = g_object_ref (hint);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->origin, origin);
  gtk_label_set_markup (self->words, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint->words, -1);
  return GTK_WIDGET (self);
}

/**
 * hf_hint_row_get_hint:
 * @self: a row
 *
 * Tells which hint it shows.
 *
 * Returns: (transfer none): the hint
 */
HfComplaintHint *
hf_hint_row_get_hint (HfHintRow *self)
{
  return self->hint;
}
