#include "config.h"

#include "hf-guide-source.h"

#include <glib/gi18n.h>

#include "hf-widget.h"

/* A guide as the text of its file, with the line marked in which something is wrong. */
struct _HfGuideSource
{
  GtkWidget parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *wrong;
  GtkLabel *place;

  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfGuideSource, hf_guide_source, GTK_TYPE_WIDGET)

static void
on_changed (HfGuideSource *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_place (HfGuideSource *self)
{
  GtkTextIter at;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &at,
                                    gtk_text_buffer_get_insert (self->buffer));
  /* Translators: where the cursor is in a text. */
  g_autofree char *words = g_strdup_printf (_ ("Line %d, column %d"),
                                            gtk_text_iter_get_line (&at) + 1,
                                            gtk_text_iter_get_line_offset (&at) + 1);
  gtk_label_set_text (self->place, words);
}

static gboolean
hf_guide_source_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_GUIDE_SOURCE (widget)->view));
}

static void
hf_guide_source_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_GUIDE_SOURCE);
  G_OBJECT_CLASS (hf_guide_source_parent_class)->dispose (object);
}

static void
hf_guide_source_class_init (HfGuideSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_guide_source_dispose;
  widget_class->grab_focus = hf_guide_source_grab_focus;

  /**
   * HfGuideSource::changed:
   * @self: a text
   *
   * The person changed the text.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-guide-source.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGuideSource, view);
  gtk_widget_class_bind_template_child (widget_class, HfGuideSource, buffer);
  gtk_widget_class_bind_template_child (widget_class, HfGuideSource, place);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, show_place);
}

static void
hf_guide_source_init (HfGuideSource *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wrong = gtk_text_buffer_create_tag (self->buffer, "wrong", "paragraph-background",
                                            "rgba(224,27,36,0.18)", NULL);
}

/**
 * hf_guide_source_set_text:
 * @self: the text
 * @text: a guide's file
 *
 * Shows a file; "changed" is not emitted.
 */
void
hf_guide_source_set_text (HfGuideSource *self, const char *text)
{
  GtkTextIter start;
  self->filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->filling = FALSE;
}

/**
 * hf_guide_source_dup_text:
 * @self: the text
 *
 * Gives the file as it is typed.
 *
 * Returns: (transfer full): the text
 */
char *
hf_guide_source_dup_text (HfGuideSource *self)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static gboolean
find_place (HfGuideSource *self, guint line, guint column, GtkTextIter *at)
{
  if (line == 0)
    return FALSE;
  gtk_text_buffer_get_iter_at_line (self->buffer, at, (int) line - 1);
  gtk_text_iter_forward_chars (at, column > 0 ? (int) column - 1 : 0);
  return TRUE;
}

/**
 * hf_guide_source_mark:
 * @self: the text
 * @line: where something is wrong, from 1; 0 for nowhere
 * @column: the same
 *
 * Marks the line in which something is wrong.
 */
void
hf_guide_source_mark (HfGuideSource *self, guint line, guint column)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->wrong, &start, &end);
  if (!find_place (self, line, column, &end))
    return;
  start = end;
  gtk_text_iter_set_line_offset (&start, 0);
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag (self->buffer, self->wrong, &start, &end);
}

/**
 * hf_guide_source_go_to:
 * @self: the text
 * @line: a line, from 1
 * @column: a column, from 1
 *
 * Puts the cursor at a place.
 */
void
hf_guide_source_go_to (HfGuideSource *self, guint line, guint column)
{
  GtkTextIter at;
  if (!find_place (self, line, column, &at))
    return;
  gtk_text_buffer_place_cursor (self->buffer, &at);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.2,
                                FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
