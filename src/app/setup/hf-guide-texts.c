#include "config.h"

#include "hf-guide-texts.h"

#include "hf-locale.h"

#define SPACING 9
#define WIDTH 190
#define LONG_HEIGHT 76
#define MAX_HEIGHT 240
#define MARGIN 8

/* One text of a guide in all its languages, side by side where there is room. */
struct _HfGuideTexts
{
  GtkWidget parent_instance;

  GtkWidget *languages;

  HfGuideDraft *draft;
  HfMarkup *element; /* borrowed from the draft */
  char *name;
  guint index;
};

G_DEFINE_FINAL_TYPE (HfGuideTexts, hf_guide_texts, GTK_TYPE_WIDGET)

static void
keep (HfGuideTexts *self, GObject *field, const char *text)
{
  hf_guide_draft_set_text (self->draft, self->element, self->name, self->index,
                           g_object_get_data (field, "language"), text);
}

static void
on_line_changed (GtkEditable *entry, HfGuideTexts *self)
{
  keep (self, G_OBJECT (entry), gtk_editable_get_text (entry));
}

static void
on_words_changed (GtkTextBuffer *buffer, HfGuideTexts *self)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  keep (self, G_OBJECT (buffer), text);
}

static GtkWidget *
new_line (HfGuideTexts *self, const char *language, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_object_set_data_full (G_OBJECT (entry), "language", g_strdup (language), g_free);
  g_signal_connect (entry, "changed", G_CALLBACK (on_line_changed), self);
  return entry;
}

static GtkWidget *
new_words (HfGuideTexts *self, const char *language, const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), MARGIN);
  gtk_widget_add_css_class (view, "guide-words");
  gtk_text_buffer_set_text (buffer, text, -1);
  g_object_set_data_full (G_OBJECT (buffer), "language", g_strdup (language), g_free);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_words_changed), self);
  return view;
}

/* As high as its words, as far as that goes. */
static GtkWidget *
new_frame (GtkWidget *words)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "min-content-height", LONG_HEIGHT, "max-content-height", MAX_HEIGHT,
                       "propagate-natural-height", TRUE, "child", words, NULL);
}

static void
add_language (HfGuideTexts *self, const char *language, const char *label, gboolean is_long)
{
  g_autofree char *text = hf_guide_draft_dup_text (self->draft, self->element, self->name,
                                                   self->index, language);
  g_autofree char *name = hf_locale_dup_language_name (language);
  g_autofree char *spoken = g_strdup_printf ("%s · %s", label, name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (name);
  GtkWidget *field = is_long ? new_words (self, language, text)
                             : new_line (self, language, text);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), is_long ? new_frame (field) : field);
  gtk_widget_set_size_request (box, WIDTH, -1);
  GtkWidget *child = gtk_flow_box_child_new ();
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_flow_box_append (GTK_FLOW_BOX (self->languages), child);
}

static gboolean
hf_guide_texts_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (HF_GUIDE_TEXTS (widget)->languages, GTK_DIR_TAB_FORWARD);
}

static void
hf_guide_texts_dispose (GObject *object)
{
  HfGuideTexts *self = HF_GUIDE_TEXTS (object);
  g_clear_pointer (&self->languages, gtk_widget_unparent);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hf_guide_texts_parent_class)->dispose (object);
}

static void
hf_guide_texts_finalize (GObject *object)
{
  g_free (HF_GUIDE_TEXTS (object)->name);
  G_OBJECT_CLASS (hf_guide_texts_parent_class)->finalize (object);
}

static void
hf_guide_texts_class_init (HfGuideTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hf_guide_texts_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_guide_texts_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = hf_guide_texts_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hf_guide_texts_init (HfGuideTexts *self)
{
  self->languages = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
                                  "homogeneous", TRUE, "column-spacing", SPACING, "row-spacing",
                                  SPACING, "min-children-per-line", 1, NULL);
  gtk_widget_set_parent (self->languages, GTK_WIDGET (self));
}

/**
 * hf_guide_texts_new:
 * @draft: a draft
 * @element: one of its elements
 * @name: such as "text" or "probe"
 * @index: which of them
 * @label: what the text is, for a screen reader
 * @is_long: whether it may go over several lines
 *
 * Makes the fields by which a text is written in every language. They write into the draft.
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
hf_guide_texts_new (HfGuideDraft *draft, HfMarkup *element, const char *name, guint index,
                    const char *label, gboolean is_long)
{
  HfGuideTexts *self = g_object_new (HF_TYPE_GUIDE_TEXTS, NULL);
  g_auto (GStrv) languages = hf_guide_draft_list_languages (draft);
  self->draft = g_object_ref (draft);
  self->element = element;
  self->name = g_strdup (name);
  self->index = index;
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->languages),
                                          g_strv_length (languages));
  for (gsize i = 0; languages[i] != NULL; i++)
    add_language (self, languages[i], label, is_long);
  return GTK_WIDGET (self);
}
